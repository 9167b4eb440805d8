import { readdirSync, readFileSync } from 'node:fs'

/** Linux counts in hundredths of a second. */
const msATick = 10

function statOf(pid: number | string): readonly string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return [/\((.*)\)/.exec(text)?.[1] ?? '', ...text.slice(text.lastIndexOf(')') + 2).split(' ')]
  } catch {
    return []
  }
}

/** Milliseconds that processes have had of a processor, all their threads; 0 for those that are gone, and off Linux. */
export const processorMs = (pids: readonly (number | undefined)[]): number =>
  pids.reduce<number>((sum, pid) => {
    const stat = statOf(pid ?? 'self')
    return sum + (Number(stat[12] ?? 0) + Number(stat[13] ?? 0)) * msATick
  }, 0)

/** The PostgreSQL processes of this machine: all of them, so another server beside counts as well. */
export const postgresProcesses = (): readonly number[] =>
  readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && statOf(pid)[0] === 'postgres')
