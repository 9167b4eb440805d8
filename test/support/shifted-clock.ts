/*
 * A clock of this process that is days off and runs on. By `shiftClock`, or for a child process by `--import` of this file with
 * the days in `INSAF_TEST_CLOCK_DAYS`.
 */
export const dayMs = 86_400_000
const Exact = Date
let shiftMs = 0

class ShiftedDate extends Exact {
  constructor(...parts: readonly unknown[]) {
    if (parts.length === 0) super(ShiftedDate.now())
    else super(...(parts as ConstructorParameters<typeof Exact>))
  }

  static override now(): number {
    return Exact.now() + shiftMs
  }
}

/** In: days ahead of the real time, negative for days behind it. */
export function shiftClock(days: number): void {
  shiftMs = days * dayMs
  globalThis.Date = days === 0 ? Exact : (ShiftedDate as DateConstructor)
}

/** The environment in which a child's clock is so many days off. */
export const shiftedEnvironment = (days: number): Readonly<Record<string, string>> => ({
  INSAF_TEST_CLOCK_DAYS: String(days),
  NODE_OPTIONS: `--import ${import.meta.url}`,
})

const days = Number(process.env['INSAF_TEST_CLOCK_DAYS'] ?? 0)
if (days !== 0) shiftClock(days)
