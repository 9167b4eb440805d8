import { SimMachine } from './sim-machine.ts'
import type { World } from './story-world.ts'
import { dropMet, noteKept, noteLostCopies } from './put-back-promises.ts'
import { applyLedgerOn, continueNumbersOn } from './machine-work.ts'

/* Copies of a machine or of the server that stand in its place, or beside it. */

/** An earlier copy of the file stands in the machine's place: a new epoch, and what it did since is gone unless it was sent. */
export function restore(world: World, index: number): void {
  const [machine, copy] = [world.machines[index], world.copies.get(index)]
  if (machine === undefined || copy === undefined) return
  // The same backup a second time: then a person tells the last number on paper.
  world.copies.delete(index)
  const stood = new Set(machine.store.db.all<{ id: string }>('SELECT id FROM commits').map(({ id }) => id))
  machine.end()
  machine.store.close()
  const epoch = machine.chain.epoch + 1
  const again = standIn(world, index, { ...machine.options, copyOf: copy.log, files: copy.files, epoch })
  again.disk.ledger.push(...machine.disk.ledger)
  continueNumbersOn(again)
  applyLedgerOn(again)
  const kept = new Set(again.store.db.all<{ id: string }>('SELECT id FROM commits').map(({ id }) => id))
  for (const each of world.saved.filter((saved) => saved.machine === again))
    each.lost ||= stood.has(each.commit) && !kept.has(each.commit)
  for (const file of world.files.filter((added) => added.machine === again))
    file.isLost ||= !again.disk.whole.has(file.address)
  noteLostFiles(world)
  noteLostCopies(world, again)
  again.input({ kind: 'join' })
}

/** The program is updated on a machine that was behind: the same folder under another program (S11). */
export function update(world: World, index: number): void {
  const machine = world.machines[index]
  if (machine?.options.isOlder !== true) return
  machine.end()
  const copyOf = machine.store.copy()
  machine.store.close()
  const { options, disk, chain } = machine
  const isOlder = world.fault.staysBehind === true
  const again = standIn(world, index, { ...options, copyOf, files: disk, epoch: chain.epoch, isOlder })
  for (const [address, upload] of machine.uploads) again.uploads.set(address, upload)
  again.stops.push(...machine.stops)
  again.failures.push(...machine.failures)
  again.input({ kind: 'join' })
}

/** Another life of a machine takes its place, with what it had written. */
function standIn(world: World, index: number, options: SimMachine['options']): SimMachine {
  const [machine, again] = [world.machines[index], new SimMachine(options)]
  world.machines[index] = again
  for (const each of [...world.saved, ...world.files, ...world.keptThrough, ...world.takenBack])
    if (each.machine === machine) each.machine = again
  return again
}

export function restoreServer(world: World, isSilent: boolean): void {
  dropMet(world)
  if (world.server.restore(isSilent)) noteKept(world)
  noteLostFiles(world)
}

/**
 * A file that every machine had given up, for the server held it, and that its backup lacks, is nowhere: nobody can send it
 * again. So is one whose last holder was restored from before it came.
 */
function noteLostFiles({ server, files, machines }: World): void {
  for (const file of files)
    file.isLost ||= ![server.blobs, ...machines.map(({ disk }) => disk)].some(({ whole }) => whole.has(file.address))
}

/** A twin with the same file, keys and credential begins to work beside it. */
export function clone(world: World, index: number): void {
  const machine = world.machines[index]
  if (machine === undefined || world.machines.length >= 8 || machine.chain.epoch > 1) return
  const twin = new SimMachine({
    ...machine.options,
    name: `${machine.name}-twin${world.machines.length}`,
    copyOf: machine.store.copy(),
    files: machine.disk.copy(),
  })
  const { db } = twin.store
  // A twin draws from its original's numbers: which of both keeps them is a person's to settle; here it gets its own.
  db.run("DELETE FROM settings WHERE key LIKE 'numbers:%'")
  world.machines.push(twin)
  twin.input({ kind: 'join' })
}
