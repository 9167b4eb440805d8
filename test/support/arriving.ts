import { admit } from '#shared/domain/case/admit.ts'
import type { AdmitPolicy, Verdict } from '#shared/domain/case/admit.ts'
import type { CaseEvent } from '#shared/domain/case/events.ts'
import type { CaseWorld, InputOf } from '#test/support/case-world.ts'
import type { CaseCommandKind } from '#shared/domain/case/commands.ts'

/** The rights and settings of a world, as an event is judged by them. */
export const policyOf = (world: CaseWorld): AdmitPolicy => ({
  rightsOf: (user) => world.actor(user).rights,
  unitOf: (user) => world.actor(user).unit,
  staffIdOf: (user) => world.actor(user).staffId,
  settings: world.settings,
})

export interface Offline {
  readonly events: readonly CaseEvent[]
  readonly expects: Readonly<Record<string, string>>
  readonly user: string
}

/** A command given on a copy of the case that has not seen what happens next; the case itself stays as it is. */
export function offline<K extends CaseCommandKind>(
  world: CaseWorld,
  user: string,
  [kind, input]: readonly [K, InputOf<K>],
): Offline {
  const expects = world.stamps(kind, input)
  const [state, events] = [world.state, [...world.events]]
  const decided = world.do(kind, input, user)
  world.state = state
  world.events = events
  return { events: decided, expects, user }
}

/** How what was done unseen is judged where it arrives. */
export function arrives(
  world: CaseWorld,
  { events, expects, user }: Offline,
  via: 'window' | 'duty' | 'import' = 'window',
): Verdict {
  const event = events[0] as CaseEvent
  return admit(
    world.state,
    { event, expects, actor: user as never, at: world.now, via, sameCommit: [] },
    policyOf(world),
  )
}

/** What a changed program says, judged as anything else that arrives. */
export function says(world: CaseWorld, user: string, event: CaseEvent): Verdict {
  return arrives(world, { events: [event], expects: {}, user })
}
