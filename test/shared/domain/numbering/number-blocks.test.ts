import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { continueFromReserve, continueInUnknownYear } from '#shared/domain/numbering/continue-from-reserve.ts'
import {
  addBlock,
  blockAt,
  nextNumber,
  NumberBlocks,
  numbersLeft,
  sharedNumbers,
  standAloneNumbers,
} from '#shared/domain/numbering/number-blocks.ts'
import { runs } from '#test/support/effort.ts'
import type { Result } from '#shared/lib/result.ts'

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

interface Machine {
  state: NumberBlocks
  backup: NumberBlocks
  sinceBackup: number
}

const machineOf = (state: NumberBlocks): Machine => ({ state, backup: state, sinceBackup: 0 })
const shared = (index: number): NumberBlocks => valueOf(sharedNumbers(2026, blockAt(index), blockAt(index + 1)))
let freeBlock = 0

type Step =
  | { readonly kind: 'issue'; readonly machine: 0 | 1; readonly count: number }
  | { readonly kind: 'backup' | 'restore'; readonly machine: 0 | 1 }

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('issue' as const),
      machine: fc.constantFrom(0, 1),
      count: fc.integer({ min: 1, max: 300 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('backup' as const, 'restore' as const),
      machine: fc.constantFrom(0, 1),
    }),
  },
)

function issue(machine: Machine, count: number, shown: Set<number>): void {
  for (let left = count; left > 0; left -= 1) {
    const given = nextNumber(machine.state)
    if (!given.ok) {
      expect(given.refusal.code).toBe('numbers-exhausted')
      return
    }
    expect(shown.has(given.value.serial), `number ${given.value.serial} is shown once`).toBe(false)
    shown.add(given.value.serial)
    machine.state = given.value.state
    machine.sinceBackup += 1
  }
}

/** After a restore the machine is online once: it gets a new reserve and is backed up, or stays without one. */
function restore(machine: Machine): void {
  if (machine.state.kind === 'stand-alone' && machine.sinceBackup >= 1000) return
  const result = continueFromReserve(machine.backup)
  if (!result.ok) return
  machine.state =
    machine.state.kind === 'shared' ? valueOf(addBlock(result.value, blockAt(freeBlock++), 'reserve')) : result.value
  machine.backup = machine.state
  machine.sinceBackup = 0
}

function play(machines: readonly Machine[], steps: readonly Step[]): void {
  const shown = new Set<number>()
  for (const { machine: at, ...action } of steps) {
    const machine = machines[at % machines.length]
    if (machine === undefined) continue
    if (action.kind === 'issue') issue(machine, action.count, shown)
    else if (action.kind === 'restore') restore(machine)
    else Object.assign(machine, { backup: machine.state, sinceBackup: 0 })
    expect(NumberBlocks.safeParse(machine.state).success).toBe(true)
  }
}

describe('R-01 number blocks', () => {
  it('R-01 a new year starts at 1', () => {
    expect(valueOf(nextNumber(standAloneNumbers(2026))).serial).toBe(1)
    expect(valueOf(nextNumber(standAloneNumbers(2027))).serial).toBe(1)
  })

  it('R-01 numbers go on through several blocks, and the reserve is left alone', () => {
    const state = valueOf(addBlock(shared(0), blockAt(7), 'use'))
    const machine = machineOf(state)
    const shown = new Set<number>()
    issue(machine, 2500, shown)
    expect([...shown].at(999)).toBe(1000)
    expect([...shown].at(1000)).toBe(7001)
    expect(shown.size).toBe(2000)
    expect(numbersLeft(machine.state)).toBe(0)
    expect(machine.state.reserve).toEqual(blockAt(1))
    expect(nextNumber(machine.state)).toMatchObject({ ok: false, refusal: { code: 'numbers-exhausted' } })
  })

  it('R-01 a block that overlaps is refused', () => {
    expect(addBlock(shared(0), blockAt(1), 'use')).toMatchObject({ ok: false, refusal: { code: 'numbers-overlap' } })
    expect(sharedNumbers(2026, blockAt(3), blockAt(3))).toMatchObject({
      ok: false,
      refusal: { code: 'numbers-overlap' },
    })
  })

  it('Bug 20 two machines offline never show equal numbers, and a restored one repeats none', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        freeBlock = 4
        play([machineOf(shared(0)), machineOf(shared(2))], steps)
      }),
      runs(100),
    )
  })

  it('Bug 20 a stand-alone machine restored repeats none while fewer than a block were shown since the backup', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => play([machineOf(standAloneNumbers(2026))], steps)),
      runs(100),
    )
  })

  it('Bug 20 the reserve is used once; then only the server can help', () => {
    const restored = valueOf(continueFromReserve(shared(0)))
    expect(valueOf(nextNumber(restored)).serial).toBe(1001)
    expect(continueFromReserve(restored)).toMatchObject({ ok: false, refusal: { code: 'numbers-no-reserve' } })
  })

  it('Bug 20 a second restore of one backup passes the number found on paper', () => {
    const backup = standAloneNumbers(2026)
    const first = valueOf(nextNumber(valueOf(continueFromReserve(backup)))).serial
    const second = valueOf(nextNumber(valueOf(continueFromReserve(backup, first + 400)))).serial
    expect(second).toBeGreaterThan(first + 1400)
    expect(valueOf(nextNumber(valueOf(continueFromReserve(shared(0), 1400)))).serial).toBe(1401)
  })

  it('Bug 20 a machine restored in a year its backup does not know jumps too', () => {
    expect(valueOf(nextNumber(valueOf(continueInUnknownYear(2027)))).serial).toBe(1001)
    expect(valueOf(nextNumber(valueOf(continueInUnknownYear(2027, 5321)))).serial).toBe(7001)
  })
})
