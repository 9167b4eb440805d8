import type { CommitItem, JoinedServer } from '#shared/contract/desktop/sync.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { countWaiting, findAnyCommit } from '#core/store/own-commits.ts'
import { answer, fromTables, officeOf, plainly, vaultOf } from './answer.ts'
import { callerOf, needs } from './caller.ts'
import type { Caller } from './caller.ts'
import { commitItem, commitItems, isKeeper, itemsUnshown } from './commit-items.ts'
import { listConflicts } from './conflicts.ts'
import type { Connection } from './connection.ts'
import type { Host } from './host.ts'
import { moveServer } from './move-server.ts'
import type { Office } from './office.ts'
import { orRefuse } from './refused.ts'
import type { Builder } from './router.ts'
import { conflictView, settleConflict } from './settle-conflict.ts'
import type { SyncHandle } from './sync-handle.ts'
import { syncStatus } from './sync-status.ts'

export function syncRouter(os: Builder, host: Host) {
  return { sync: os.sync.router({ ...membership(os, host), ...commits(os, host) }) }
}

function membership(os: Builder, host: Host) {
  const { options } = host
  return {
    look: os.sync.look.handler(async ({ input }) =>
      orRefuse(refusedReturn(host, input.url) ?? (await options.sync.look(input.url))),
    ),
    join: os.sync.join.handler(async ({ input, context }) =>
      orRefuse(await joinServer(host, context.connection, input)),
    ),
    // Counts and reasons say nothing of any case: whoever holds the folder may ask, also before signing in.
    status: os.sync.status.handler(() => syncStatus(host, officeOf(host))),
    now: os.sync.now.handler(async () => {
      const office = officeOf(host)
      const done = await handleOf(office, (sync) => sync.now())
      return done.ok || isShownInStatus(office) ? syncStatus(host, office) : orRefuse(done)
    }),
    looked: os.sync.looked.handler(() => {
      officeOf(host).sync?.looked()
      return null
    }),
    move: os.sync.move.handler(({ input, context }) =>
      answer(host, context, async (office, caller) => {
        const allowed = needs(caller, 'manage_store')
        if (!allowed.ok) return allowed
        const moved = await moveServer({ options, office, vault: vaultOf(host) }, input.url)
        return moved.ok ? ok(syncStatus(host, office)) : moved
      }),
    ),
    leave: os.sync.leave.handler(({ input, context }) =>
      answer(host, context, (office, caller) => {
        const allowed = needs(caller, 'manage_store')
        return allowed.ok ? leaveServer(host, office, input.force) : allowed
      }),
    ),
    allowHiding: os.sync.allowHiding.handler(({ context }) =>
      answer(host, context, (office, caller) => {
        const allowed = needs(caller, 'manage_store')
        if (!allowed.ok) return allowed
        office.sync?.allowHiding()
        return ok(syncStatus(host, office))
      }),
    ),
  }
}

function commits(os: Builder, host: Host) {
  return {
    items: os.sync.items.handler(({ input, context }) =>
      plainly(host, context, (office, caller) => commitItems(office, caller, input.standing)),
    ),
    unshown: os.sync.unshown.handler(({ context }) => plainly(host, context, itemsUnshown)),
    retry: os.sync.retry.handler(({ input, context }) =>
      answer(host, context, (office, caller) =>
        onItem(office, { caller, commit: input.commit, asksAgain: true, ask: (sync) => sync.retry(input.commit) }),
      ),
    ),
    withdraw: os.sync.withdraw.handler(({ input, context }) =>
      answer(host, context, (office, caller) =>
        onItem(office, {
          caller,
          commit: input.commit,
          asksAgain: false,
          ask: (sync) => sync.withdraw(input.commit, input.reason),
        }),
      ),
    ),
    conflicts: os.sync.conflicts.handler(({ context }) => fromTables(host, context, listConflicts)),
    conflict: os.sync.conflict.handler(({ input, context }) =>
      answer(host, context, (office, caller) => conflictView(office, caller, input.event)),
    ),
    settle: os.sync.settle.handler(({ input, context }) =>
      answer(host, context, (office, caller) => settleConflict(office, caller, input)),
    ),
    elsewhere: os.sync.elsewhere.handler(({ input, context }) =>
      answer(host, context, async (office, caller) => {
        const allowed = needs(caller, 'register')
        return allowed.ok ? handleOf(office, (sync) => sync.findPerson({ user: caller.id, ...input })) : allowed
      }),
    ),
  }
}

/** Without a running exchange (one command's core) a refusal is the answer; else the status shows it with the rest. */
const isShownInStatus = ({ sync }: Office): boolean => {
  const kind = sync?.state().kind
  return kind === 'waiting' || kind === 'stopped'
}

async function handleOf<T>(office: Office, ask: (sync: SyncHandle) => Promise<Result<T>>): Promise<Result<T>> {
  return office.sync === null ? refuse('sync-not-joined') : ask(office.sync)
}

interface OnItem {
  readonly caller: Caller
  readonly commit: string
  readonly ask: (sync: SyncHandle) => Promise<Result<unknown>>
  /** To what is held no more nothing is done: how it stands is the answer. */
  readonly asksAgain: boolean
}

/** One's own work, or any for who keeps the store. */
async function onItem(office: Office, { caller, commit, ask, asksAgain }: OnItem): Promise<Result<CommitItem>> {
  const told = (): CommitItem | null => {
    const own = findAnyCommit(office.store.db, commit)
    return own === null ? null : commitItem(office, caller, own)
  }
  const before = told()
  if (before === null || !(before.actor.id === caller.id || isKeeper(caller))) return refuse('sync-commit-unknown')
  if (asksAgain && before.standing !== 'held') return ok(before)
  const judged = await handleOf(office, ask)
  return judged.ok ? ok(told() ?? before) : judged
}

/** A stand-alone office is joined by who keeps its store; an empty folder by whoever holds it and the code. */
async function joinServer(
  host: Host,
  connection: Connection,
  { url, code }: { readonly url: string; readonly code: string },
): Promise<Result<JoinedServer>> {
  const isNew = host.state.kind !== 'ready'
  if (host.state.kind === 'ready') {
    const caller = callerOf(host.state.office, connection)
    if (!caller.ok) return caller
    const allowed = needs(caller.value, 'manage_store')
    if (!allowed.ok) return allowed
  }
  const joined = refusedReturn(host, url) ?? (await host.join({ url, code }))
  if (!joined.ok) return joined
  const office = officeOf(host)
  // Whatever comes of the first round, it is shown once. A stand-alone office has the one of its set-up.
  const recoveryCode = isNew ? vaultOf(host).newRecoveryCode() : null
  const first = await handleOf(office, (sync) => sync.now())
  if (!first.ok && !isNew && !isShownInStatus(office)) return first
  return ok({ ...syncStatus(host, office), recoveryCode })
}

/** Before a code is asked for: two histories are not merged, and the server would say so at the last step (SYNC-ENROL-3). */
function refusedReturn({ state, options }: Host, url: string): Result<never> | null {
  if (state.kind !== 'ready') return null
  const left = options.sync.left(state.office.store.db)
  const isSame = left !== null && new URL(left.url).href === new URL(url).href
  return isSame && !left.mayReturn ? refuse('sync-left-before', { url }) : null
}

function leaveServer({ options }: Host, office: Office, force: boolean): Result<null> {
  if (office.sync === null) return refuse('sync-not-joined')
  const count = countWaiting(office.store.db)
  if (count > 0 && !force) return refuse('sync-unanswered', { count })
  const { files } = office.sync.files().up
  if (files > 0 && !force) return refuse('sync-files-unsent', { files })
  office.sync.end()
  office.sync = null
  options.sync.forget({ store: office.store, ports: office.ports })
  office.changes.publish(['sync'])
  return ok(null)
}
