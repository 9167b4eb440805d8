import type { Command } from 'commander'
import type { CommitItem, SyncStatus } from '#shared/contract/desktop/sync.ts'
import type { WithCaller } from './main.ts'
import { print } from './output.ts'

/** `sync join URL CODE`, `sync move URL`, `sync now`, `sync status`: the exchange with a server. */
export function addSync(program: Command, withGlobals: (command: Command) => Command, withCaller: WithCaller): void {
  const sync = program.command('sync').description('the exchange with a server')
  withGlobals(sync.command('join'))
    .description('enrol this machine by a one-time code')
    .argument('<url>')
    .argument('<code>')
    .action((url: string, code: string, ...[, command]: readonly [unknown, Command]) =>
      withCaller(command, async (caller, globals) =>
        print(await caller.call<SyncStatus>('sync.join', { url, code }), globals.json),
      ),
    )
  withGlobals(sync.command('move'))
    .description('the same server at another address')
    .argument('<url>')
    .action((url: string, ...[, command]: readonly [unknown, Command]) =>
      withCaller(command, async (caller, globals) =>
        print(await caller.call<SyncStatus>('sync.move', { url }), globals.json),
      ),
    )
  withGlobals(sync.command('now'))
    .description('one full round')
    .action((_options: unknown, command: Command) =>
      withCaller(command, async (caller, globals) => {
        const status = await caller.call<SyncStatus>('sync.now')
        print(status, globals.json)
        if (status.link.kind !== 'online') process.exitCode = 2
      }),
    )
  withGlobals(sync.command('status'))
    .description('counts by state, last contact; with --as also what was not simply taken, each with its reason')
    .action((_options: unknown, command: Command) =>
      withCaller(command, async (caller, globals) => {
        const status = await caller.call<SyncStatus>('sync.status')
        const items = globals.as === undefined ? {} : { items: await caller.call<readonly CommitItem[]>('sync.items') }
        print({ ...status, ...items }, globals.json)
      }),
    )
}
