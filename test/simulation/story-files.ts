import { caseFiles } from '#core/services/case-files.ts'
import { runCaseCommand } from '#core/services/case-command.ts'
import { fileInput } from '#core/services/uploads.ts'
import type { Upload } from '#core/services/uploads.ts'
import type { Caller } from '#core/services/caller.ts'
import { allNamedFiles } from '#core/store/blob-queue.ts'
import { readStream } from '#core/store/read-stream.ts'
import type { Case } from '#shared/domain/case/state.ts'
import type { Step } from './plan.ts'
import { addressOfBytes } from './sim-disk.ts'
import type { SimMachine } from './sim-machine.ts'
import { usersOf } from './sim-tree.ts'
import { isDepartment, newSecret, wrote } from './story-world.ts'
import type { World } from './story-world.ts'

/* Files of cases in a story, and what is promised of them. */

export function attachOn(world: World, machine: SimMachine, step: Extract<Step, { kind: 'attach' }>): void {
  const { pick, bytes } = step
  const users = usersOf(machine.options.unit)
  const caller = machine.caller(users[pick % users.length] ?? '')
  const { office, store, disk } = machine
  const ids = store.db.all<{ id: string }>('SELECT id FROM case_states ORDER BY id').map(({ id }) => id)
  const id = ids[pick % Math.max(1, ids.length)]
  if (caller === null || office === null || id === undefined) return
  const name = `${isDepartment(machine) ? 'ملف' : newSecret(world)}.pdf`
  const content = Buffer.from(`${world.plan.seed} ${world.files.length} ${'x'.repeat(bytes)}`)
  const upload = uploadOf(machine, name, content)
  machine.uploads.set(upload.address, upload)
  disk.whole.set(upload.address, content)
  const input = { files: [fileInput(upload)], original: false }
  const done = machine.work(() => runCaseCommand(office, caller, { case: id, command: { kind: 'add_files', input } }))
  // Whoever dies behind the commit has named the file, and holds it when he starts again.
  const isNamed = done === null ? machine.hasWritten : done.ok
  if (!isNamed) return void disk.whole.delete(upload.address)
  const commit = store.db.value<string>('SELECT id FROM commits ORDER BY first_seq DESC LIMIT 1') ?? ''
  world.files.push({ address: upload.address, machine, commit, isLost: false })
  wrote(world, machine, caller.id)
}

function uploadOf(machine: SimMachine, name: string, content: Uint8Array): Upload {
  const address = addressOfBytes(content)
  const about = { size: content.length, mediaType: 'application/pdf', pages: 1, takenAt: machine.now() } as const
  return { ...about, upload: address.slice(0, 16), address, name, key: Buffer.alloc(32).toString('base64') }
}

/** Whoever refers a case sends along what it holds. */
export function withFiles(
  { office, store }: SimMachine,
  caller: Caller,
  { state, kind, input }: { readonly state: Case; readonly kind: string; readonly input: unknown },
): unknown {
  if (kind !== 'refer' || office === null) return input
  const files = caseFiles(office, caller, readStream(store.db, `case:${state.id}`)).map(({ file }) => file)
  const { referrals } = input as { readonly referrals: readonly object[] }
  return { referrals: referrals.map((referral) => ({ ...referral, files })) }
}

/** S16, SYNC-RECOVER-3, R-09: no file is lost, none waits without need, none stays where its case went. */
export function brokenFiles({ files, machines, server: { blobs } }: World): readonly string[] {
  const lost = files
    .filter(({ address, machine, isLost }) => !isLost && !blobs.whole.has(address) && !machine.disk.whole.has(address))
    .filter((file) => !leftRefused(file))
    .map(({ address, machine }) => `S16 ${machine.name} removed ${address}, which the server does not hold`)
  return [...lost, ...machines.flatMap((machine) => filesOn(machine, blobs.whole))]
}

/** What the server refused is no part of the case: it goes from its machine when the case does (SYNC-MERGE-6). */
const leftRefused = ({ address, machine: { store }, commit }: World['files'][number]): boolean =>
  store.db.value<string>('SELECT standing FROM commits WHERE id = ?', commit) === 'refused' &&
  !allNamedFiles(store.db).includes(address)

function filesOn(machine: SimMachine, atServer: ReadonlyMap<string, unknown>): readonly string[] {
  if (machine.state.kind !== 'resting') return []
  const { name, disk, store } = machine
  const named = new Set(allNamedFiles(store.db))
  const waiting = store.db.all<{ address: string; direction: string; reason: string | null }>(
    `SELECT address, direction, reason FROM blob_queue q WHERE state = 'waiting'
       AND NOT EXISTS (SELECT 1 FROM events e WHERE e.seq = q.place AND e.aside = 1)`,
  )
  return [
    ...[...disk.whole.keys(), ...disk.parts.keys()]
      .filter((address) => !named.has(address))
      .map((address) => `R-09 ${name} still holds the file ${address}`),
    ...[...disk.whole.keys()]
      .filter((address) => named.has(address) && !atServer.has(address))
      .map((address) => `S16 ${name}: the server lacks ${address}`),
    ...waiting
      .filter(({ address }) => disk.whole.has(address) || atServer.has(address))
      .filter(({ reason }) => !isDepartment(machine) || !(reason ?? '').includes('sync-blob-not-named'))
      .map(({ address, direction, reason }) => `S16 ${name}: ${address} still waits ${direction}: ${reason}`),
  ]
}
