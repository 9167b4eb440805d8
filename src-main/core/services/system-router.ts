import { ok } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { answer, officeOf, plainly, plainlyWith, vaultOf } from './answer.ts'
import { needs } from './caller.ts'
import type { Caller } from './caller.ts'
import { changesFor } from './changes-for.ts'
import { backupTo, backupViews, makeRollingBackup } from './backups.ts'
import { makeDemo } from './demo.ts'
import type { Host } from './host.ts'
import { importHistory } from './history/import-history.ts'
import { workOf } from './long-work.ts'
import type { Office } from './office.ts'
import type { Builder } from './router.ts'
import { provePassword } from './session.ts'
import { doctor, health, stateHash, verify } from './system.ts'
import { join } from 'node:path'

export function systemRouter(os: Builder, host: Host) {
  const keeper = ['manage_store', 'audit'] as const
  return {
    system: os.system.router({
      health: os.system.health.handler(({ context }) => plainly(host, context, (office) => health(office))),
      // What follows says nothing of any case: whoever holds the folder may ask for it, also before signing in.
      work: os.system.work.handler(({ input }) => workOf(officeOf(host), input.kind)),
      verify: os.system.verify.handler(() => verify(officeOf(host))),
      doctor: os.system.doctor.handler(({ input }) => doctor(officeOf(host), { rebuild: input?.rebuild ?? false })),
      stateHash: os.system.stateHash.handler(() => stateHash(officeOf(host))),
      backups: os.system.backups.handler(({ context }) =>
        plainlyWith(host, context, { rights: keeper, work: (office) => backupViews(office) }),
      ),
      backup: os.system.backup.handler(({ input, context, signal }) =>
        answer(host, context, (office, caller) => {
          const allowed = needs(caller, 'manage_store')
          return allowed.ok ? makeBackup(host, office, { path: input?.path, signal }) : allowed
        }),
      ),
      importHistory: os.system.importHistory.handler(({ input, context }) =>
        answer(host, context, (office, caller) => importHistory(office, caller, input.path)),
      ),
      demo: os.system.demo.handler(({ input, context, signal }) =>
        answer(host, context, (office, caller) => makeDemo(office, caller, { ...input, signal })),
      ),
      newRecoveryCode: os.system.newRecoveryCode.handler(({ input, context }) =>
        answer(host, context, async (office, caller) => {
          const proven = await proveKeeper(office, caller, input.password)
          return proven.ok ? ok({ recoveryCode: vaultOf(host).newRecoveryCode() }) : proven
        }),
      ),
      setPassphrase: os.system.setPassphrase.handler(({ input, context }) =>
        answer(host, context, async (office, caller) => {
          const proven = await proveKeeper(office, caller, input.password)
          return proven.ok ? vaultOf(host).setPassphrase(input.passphrase) : proven
        }),
      ),
    }),
    events: os.events.router({
      changes: os.events.changes.handler(async function* ({ context, signal }) {
        const office = await plainly(host, context, (opened) => opened)
        yield* changesFor(office, context.connection, signal ?? new AbortController().signal)
      }),
    }),
  }
}

/** A way into all data is no matter of a screen that somebody found unlocked: whoever makes one proves himself anew. */
async function proveKeeper(office: Office, caller: Caller, password: string): Promise<Result<unknown>> {
  const allowed = needs(caller, 'manage_store')
  return allowed.ok ? provePassword(office, { username: caller.user.username, password }) : allowed
}

interface BackupAsked {
  readonly path: string | undefined
  readonly signal: AbortSignal | undefined
}

async function makeBackup(host: Host, office: Office, { path, signal }: BackupAsked) {
  if (path !== undefined) return backupTo(office, vaultOf(host), { path, signal })
  const made = await makeRollingBackup(office, vaultOf(host), signal)
  return made.ok ? ok({ ...made.value, path: join(office.store.folder, 'backups', made.value.name) }) : made
}
