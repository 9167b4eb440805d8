/**
 * Row locks as PostgreSQL keeps them: held until the end of the transaction, waiters in their order, and a circle of
 * waiting transactions ends the one that closed it.
 */
import { StoreConflict } from '../store-conflict.ts'

export interface RowLocks {
  /** Waits for one row. Throws 40P01 when waiting for it would never end. */
  take(owner: number, row: string): Promise<void>
  releaseAll(owner: number): void
}

interface Waiter {
  readonly owner: number
  readonly go: () => void
}

interface Row {
  holder: number
  readonly waiters: Waiter[]
}

export function createRowLocks(): RowLocks {
  const rows = new Map<string, Row>()
  const held = new Map<number, string[]>()
  const waitsFor = new Map<number, string>()

  const hold = (owner: number, name: string): void => {
    const own = held.get(owner)
    if (own === undefined) held.set(owner, [name])
    else own.push(name)
  }

  const closesCircle = (owner: number, name: string): boolean => {
    for (let next: string | undefined = name; next !== undefined;) {
      const holder: number | undefined = rows.get(next)?.holder
      if (holder === owner) return true
      next = holder === undefined ? undefined : waitsFor.get(holder)
    }
    return false
  }

  return {
    async take(owner, name) {
      const row = rows.get(name)
      if (row === undefined) {
        rows.set(name, { holder: owner, waiters: [] })
        hold(owner, name)
        return
      }
      if (row.holder === owner) return
      if (closesCircle(owner, name)) throw new StoreConflict('40P01')
      waitsFor.set(owner, name)
      await new Promise<void>((go) => row.waiters.push({ owner, go }))
    },
    releaseAll(owner) {
      for (const name of held.get(owner) ?? []) {
        const row = rows.get(name)
        const next = row?.waiters.shift()
        if (row === undefined || next === undefined) {
          rows.delete(name)
          continue
        }
        row.holder = next.owner
        hold(next.owner, name)
        waitsFor.delete(next.owner)
        next.go()
      }
      held.delete(owner)
    },
  }
}
