import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { continueAfterRestore, restorePlaces } from '#shared/domain/numbering/continue-after-restore.ts'
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
}

const machineOf = (state: NumberBlocks): Machine => ({ state, backup: state })
const shared = (index: number): NumberBlocks => valueOf(sharedNumbers(2026, blockAt(index), blockAt(index + 1)))
let freeBlock = 0

type Step =
  | { readonly kind: 'issue'; readonly machine: 0 | 1; readonly count: number }
  | { readonly kind: 'backup'; readonly machine: 0 | 1 }
  | { readonly kind: 'restore'; readonly machine: 0 | 1; readonly isKnown: boolean; readonly isBackupAgain: boolean }

const machine = fc.constantFrom(0 as const, 1 as const)
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('issue' as const), machine, count: fc.integer({ min: 1, max: 900 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('backup' as const), machine }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('restore' as const),
      machine,
      isKnown: fc.boolean(),
      isBackupAgain: fc.boolean(),
    }),
  },
)

/** Lots of one story stand apart: that two fall on one place is what the number of places makes rare. */
interface Story {
  readonly shown: Set<number>
  lot: number
}

function issue(of: Machine, count: number, shown: Set<number>): void {
  for (let left = count; left > 0; left -= 1) {
    const given = nextNumber(of.state)
    if (!given.ok) {
      expect(given.refusal.code).toBe('numbers-exhausted')
      return
    }
    expect(shown.has(given.value.serial), `number ${given.value.serial} is shown once`).toBe(false)
    shown.add(given.value.serial)
    of.state = given.value.state
  }
}

/** After a restore a machine among others is online once, and gets a new block and reserve from the server. */
function restore(of: Machine, action: Extract<Step, { kind: 'restore' }>, story: Story): void {
  story.lot = (story.lot + 77_003) % restorePlaces
  const highest = action.isKnown ? Math.max(0, ...story.shown) : null
  const restored = valueOf(continueAfterRestore(of.backup, { lot: story.lot, highest }))
  const isAlone = of.state.kind === 'stand-alone'
  const used = isAlone ? restored : valueOf(addBlock(restored, blockAt(freeBlock++), 'use'))
  of.state = isAlone ? used : valueOf(addBlock(used, blockAt(freeBlock++), 'reserve'))
  if (action.isBackupAgain) of.backup = of.state
}

function play(machines: readonly Machine[], steps: readonly Step[], seed: number): void {
  const story: Story = { shown: new Set(), lot: seed }
  for (const action of steps) {
    const of = machines[action.machine % machines.length]
    if (of === undefined) continue
    if (action.kind === 'issue') issue(of, action.count, story.shown)
    else if (action.kind === 'restore') restore(of, action, story)
    else of.backup = of.state
    expect(NumberBlocks.safeParse(of.state).success).toBe(true)
  }
}

const steps = fc.array(step, { maxLength: 30 })
const seed = fc.integer({ min: 0, max: restorePlaces - 1 })
const serials = (state: NumberBlocks, count: number): Set<number> => {
  const of = machineOf(state)
  const shown = new Set<number>()
  issue(of, count, shown)
  return shown
}

describe('R-01 number blocks', () => {
  it('R-01 a new year starts at 1', () => {
    expect(valueOf(nextNumber(standAloneNumbers(2026))).serial).toBe(1)
    expect(valueOf(nextNumber(standAloneNumbers(2027))).serial).toBe(1)
  })

  it('R-01 numbers go on through several blocks, and through the reserve last', () => {
    const state = valueOf(addBlock(shared(0), blockAt(7), 'use'))
    const machine = machineOf(state)
    const shown = new Set<number>()
    issue(machine, 2500, shown)
    expect([...shown].at(999)).toBe(1000)
    expect([...shown].at(1000)).toBe(7001)
    expect([...shown].at(2000)).toBe(1001)
    expect(numbersLeft(machine.state)).toBe(500)
    expect(machine.state.reserve).toBeNull()
    issue(machine, 501, shown)
    expect(nextNumber(machine.state)).toMatchObject({ ok: false, refusal: { code: 'numbers-exhausted' } })
    expect(shown.size).toBe(3000)
  })

  it('R-01 a block that overlaps is refused', () => {
    expect(addBlock(shared(0), blockAt(1), 'use')).toMatchObject({ ok: false, refusal: { code: 'numbers-overlap' } })
    expect(sharedNumbers(2026, blockAt(3), blockAt(3))).toMatchObject({
      ok: false,
      refusal: { code: 'numbers-overlap' },
    })
  })

  it('Bug 20 two machines of one office never show equal numbers, however often one backup of each is restored', () => {
    fc.assert(
      fc.property(steps, seed, (story, lot) => {
        freeBlock = 4
        play([machineOf(shared(0)), machineOf(shared(2))], story, lot)
      }),
      runs(100),
    )
  })

  it('Bug 20 a stand-alone machine shows no number twice, however often one backup is restored, whatever came after it', () => {
    fc.assert(
      fc.property(steps, seed, (story, lot) => play([machineOf(standAloneNumbers(2026))], story, lot)),
      runs(100),
    )
  })

  it('Bug 20 two lots of one backup never give equal numbers, alone or among others', () => {
    const backups = [standAloneNumbers(2026), shared(0)]
    fc.assert(
      fc.property(fc.constantFrom(...backups), seed, seed, (backup, one, other) => {
        fc.pre(one !== other)
        const [first, second] = [one, other].map((lot) =>
          serials(valueOf(continueAfterRestore(backup, { lot, highest: null })), 1000),
        )
        expect(first?.size).toBe(1000)
        expect(new Set([...(first ?? []), ...(second ?? [])]).size).toBe(2000)
      }),
      runs(100),
    )
  })

  it('Bug 20 every place lies beyond what anybody counts to, in nine digits, with room behind it', () => {
    for (const lot of [0, restorePlaces - 1]) {
      const restored = valueOf(continueAfterRestore(standAloneNumbers(2026), { lot, highest: null }))
      expect(valueOf(nextNumber(restored)).serial).toBeGreaterThan(100_000_000)
      expect(numbersLeft(restored)).toBeGreaterThanOrEqual(99_999_999)
    }
  })

  it('Bug 20 who tells the highest number goes on at least a thousand beyond it, in short numbers', () => {
    fc.assert(
      fc.property(seed, fc.integer({ min: 1, max: 90_000 }), (lot, highest) => {
        const { serial } = valueOf(nextNumber(valueOf(continueAfterRestore(standAloneNumbers(2026), { lot, highest }))))
        expect(serial).toBeGreaterThan(highest + 1000)
        expect(serial).toBeLessThan(1_000_000)
      }),
      runs(100),
    )
  })

  it('Bug 20 among others the highest number moves a place on, and a machine keeps none of the blocks of its copy', () => {
    const restored = valueOf(continueAfterRestore(shared(0), { lot: 0, highest: 500_000_000 }))
    expect(valueOf(nextNumber(restored)).serial).toBeGreaterThan(500_000_000)
    expect(restored).toMatchObject({ reserve: null, blocks: [{ from: 500_001_001 }] })
    expect(numbersLeft(restored)).toBe(1000)
  })

  it('Bug 20 a place near the numbers of an earlier restore is passed over, and one below them ends before them', () => {
    const lot = 5000
    const once = valueOf(
      nextNumber(valueOf(continueAfterRestore(standAloneNumbers(2026), { lot, highest: null }))),
    ).state
    const first = once.blocks[0]?.from ?? 0
    const near = valueOf(continueAfterRestore(once, { lot: lot + 900, highest: null }))
    expect(valueOf(nextNumber(near)).serial).toBe(first + (900 + 10_000) * 1000)
    const below = valueOf(continueAfterRestore(once, { lot: 0, highest: null }))
    expect(below.blocks.at(-1)).toMatchObject({ from: 100_000_001, to: first - 1 })
  })

  it('Bug 20 no room beyond the highest number is a refusal', () => {
    for (const state of [standAloneNumbers(2026), shared(0)])
      expect(continueAfterRestore(state, { lot: 0, highest: 999_999_999 })).toMatchObject({
        refusal: { code: 'numbers-exhausted' },
      })
  })
})
