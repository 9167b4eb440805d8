import { SimMachine } from './sim-machine.ts'
import type { World } from './story-world.ts'
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
  const again = new SimMachine({ ...machine.options, copyOf: copy.log, files: copy.files, epoch })
  world.machines[index] = again
  again.disk.ledger.push(...machine.disk.ledger)
  continueNumbersOn(again)
  applyLedgerOn(again)
  const kept = new Set(again.store.db.all<{ id: string }>('SELECT id FROM commits').map(({ id }) => id))
  for (const each of world.saved)
    if (each.machine === machine) {
      if (stood.has(each.commit) && !kept.has(each.commit)) each.lost = true
      ;(each as { machine: SimMachine }).machine = again
    }
  for (const file of world.files)
    if (file.machine === machine) {
      file.machine = again
      file.isLost ||= !again.disk.whole.has(file.address)
    }
  again.input({ kind: 'join' })
}

/** A file that every machine had given up, for the server held it, and that its backup lacks, is nowhere: nobody can send it again. */
export function restoreServer({ server, files, machines }: World): void {
  server.restore()
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
