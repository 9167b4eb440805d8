import type { ChildProcess } from 'node:child_process'

const alive = new Set<ChildProcess>()

function endAll(): void {
  for (const child of alive) child.kill('SIGKILL')
}

// A test's process is ended by a signal, which no `exit` listener hears.
function endBySignal(): void {
  endAll()
  process.exit()
}

/**
 * A child that does not outlive this process. Start it with its errors piped, not inherited: one that is left behind would
 * hold the stream of whoever started it, and the run would wait for the end of that stream for ever.
 */
export function endWithMe(child: ChildProcess): void {
  if (alive.size === 0) {
    process.once('exit', endAll)
    process.once('SIGTERM', endBySignal)
  }
  alive.add(child)
  child.once('exit', () => {
    alive.delete(child)
    if (alive.size > 0) return
    process.off('exit', endAll)
    process.off('SIGTERM', endBySignal)
  })
  child.stderr?.pipe(process.stderr, { end: false })
}
