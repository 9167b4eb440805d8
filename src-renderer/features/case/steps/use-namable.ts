import { isolate } from '#shared/text/direction.ts'
import { api } from '#renderer/client/core.ts'
import { useCoreQuery } from '#renderer/client/use-core.ts'
import { useSession } from '#renderer/parts/session.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'

interface Choice {
  readonly value: string
  readonly label: string
}

/**
 * Whom a strictly confidential case may name, with his unit where that is another: nobody of a department, which holds
 * its referrals alone. In: who is named already.
 */
export function useNamable(named: readonly string[]): readonly Choice[] {
  const { say } = useSpeech()
  const { session } = useSession()
  const users = useCoreQuery(api.admin.users.queryOptions({ input: {} })).data ?? []
  const units = useCoreQuery(api.admin.units.queryOptions({ input: {} })).data ?? []
  const byId = new Map<string, (typeof units)[number]>(units.map((unit) => [unit.id, unit]))
  return users
    .filter(({ id, active, unit }) => active && (byId.get(unit)?.kind !== 'department' || named.includes(id)))
    .map(({ id, name, unit }) => {
      const other = unit === session.unit.id ? undefined : byId.get(unit)
      return {
        value: id,
        label: other === undefined ? say(name) : `${isolate(say(name))} – ${isolate(say(other.name))}`,
      }
    })
}
