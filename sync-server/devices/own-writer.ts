/** Writes commits of the server's own, through the same door as a machine's. */
import { must } from '#shared/lib/assert.ts'
import { ok } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { Outcome } from '#shared/sync/outcome.ts'
import type { CommitAnswer } from '#server/engine/judge-held.ts'
import type { ServerLog } from '#server/log/server-log.ts'
import type { OwnEvent, ServerPorts } from '#server/ports.ts'
import { ownPush } from './own-push.ts'

interface OwnHost {
  readonly log: ServerLog
  readonly ports: ServerPorts
  /** A push of the server's own device. */
  readonly push: (page: Uint8Array) => Promise<Result<{ readonly outcomes: readonly CommitAnswer[] }>>
}

/** Its chain has one end: two commands at once go one after the other. */
export function ownWriter(host: OwnHost): (fresh: readonly OwnEvent[]) => Promise<Result<Outcome>> {
  let last: Promise<unknown> = Promise.resolve()
  return (fresh) => {
    const next = last.then(() => pushOwn(host, fresh))
    last = next.catch(() => null)
    return next
  }
}

/** Another server on the same database may have gone on with the chain meanwhile: then from its new end, again. */
async function pushOwn({ log, ports, push }: OwnHost, fresh: readonly OwnEvent[]): Promise<Result<Outcome>> {
  for (let attempt = 1; ; attempt += 1) {
    const pushed = await push(await ownPush(log, ports, fresh))
    if (pushed.ok) return ok(must(pushed.value.outcomes[0], 'one commit was pushed').outcome)
    const isRace = pushed.refusal.code === 'sync-clone' || pushed.refusal.code === 'sync-chain-ahead'
    if (!isRace || attempt === 5) return pushed
  }
}
