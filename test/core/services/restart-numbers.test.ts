import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formatReference } from '#shared/domain/numbering/reference-number.ts'
import { parseReference } from '#shared/domain/numbering/parse-reference.ts'
import { must } from '#shared/lib/assert.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { takeReference } from '#core/services/numbers.ts'
import { openWritable } from '#core/store/driver.ts'
import { storeFile } from '#core/store/store-file.ts'
import { systemIds } from '#core/system-ports.ts'
import { openVault } from '#core/vault/vault.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'
import { openOfficeFolder, testOffice } from '#test/support/test-office.ts'
import type { TestOffice } from '#test/support/test-office.ts'

const now = '2026-03-01T08:00:00.000Z' as Instant
const number = (serial: number, { office = 'AMM', year = 2026 } = {}): string =>
  formatReference({ office, year, serial })

async function register(office: TestOffice, count: number): Promise<readonly string[]> {
  const given: string[] = []
  for (let left = count; left > 0; left -= 1) {
    const form = phoneForm({ person: { kind: 'anonymous' } })
    given.push((await office.call<{ reference: string }>('intake.register', form)).reference)
  }
  return given
}

interface Copy {
  readonly office: TestOffice
  readonly given: readonly string[]
  readonly asked: { readonly path: string; readonly secret: string }
}

/** An office with three cases, and its backup. */
async function copyOf(at: Instant = now): Promise<Copy> {
  const office = await testOffice({ now: at })
  const given = await register(office, 3)
  const path = join(temporaryFolder(), 'copy.insaf-backup')
  await office.call('system.backup', { path })
  return { office, given, asked: { path, secret: office.recoveryCode } }
}

async function restored({ asked }: Copy, highest = '', at: Instant = now): Promise<TestOffice> {
  const office = await openOfficeFolder({ now: at })
  await office.call('setup.restore', { ...asked, highest }, '')
  return office
}

async function refusedWith({ asked }: Copy, highest: string, at: Instant = now): Promise<string> {
  const office = await openOfficeFolder({ now: at })
  const code = await office.refused('setup.restore', { ...asked, highest }, '')
  expect(await office.call('setup.status', {}, '')).toMatchObject({ kind: 'empty' })
  return code
}

/** As many numbers as that many registrations take, from the office's own store. */
async function takeMany(office: TestOffice, count: number): Promise<readonly string[]> {
  await office.close()
  const vault = await openVault(office.folder, { ids: systemIds, secrets: null })
  const { key } = must(vault.ok ? vault.value : null, 'its keys lie beside it')
  const db = openWritable({ file: storeFile(office.folder), key })
  const taken: string[] = []
  db.transaction(() => {
    for (let left = count; left > 0; left -= 1) {
      const reference = takeReference(db, { office: 'AMM', zone: 'Asia/Amman', now })
      taken.push(must(reference.ok ? reference.value : null, 'there are numbers'))
    }
  })
  db.close()
  return taken
}

const serialOf = (reference: string): number => {
  const parsed = parseReference(reference)
  return parsed.ok ? parsed.value.serial : 0
}

describe('numbers after a restore', () => {
  it('R-01 one backup restored twice gives no number twice, while the lost office had gone on as well', async () => {
    const copy = await copyOf()
    const given = [...copy.given, ...(await register(copy.office, 3))]
    for (let times = 0; times < 3; times += 1) given.push(...(await register(await restored(copy), 3)))
    expect(new Set(given).size).toBe(15)
  })

  it('R-01 after 2,500 registrations since the backup the office goes on beyond the highest number somebody has seen', async () => {
    const copy = await copyOf()
    const lost = await takeMany(copy.office, 2500)
    const highest = must(lost.at(-1), 'many were taken')
    const office = await restored(copy, highest)
    const given = await register(office, 2)
    expect(given.filter((reference) => lost.includes(reference) || copy.given.includes(reference))).toEqual([])
    expect(serialOf(given[0] ?? '')).toBeGreaterThan(serialOf(highest) + 1000)
    expect(serialOf(given[0] ?? '')).toBeLessThan(1_000_000)
    await office.reopen()
    expect(serialOf((await register(office, 1))[0] ?? '')).toBe(serialOf(given[1] ?? '') + 1)
  })

  it('R-01 without it 2,500 registrations since the backup repeat none either', async () => {
    const copy = await copyOf()
    const lost = await takeMany(copy.office, 2500)
    const given = await register(await restored(copy), 2)
    expect(given.filter((reference) => lost.includes(reference))).toEqual([])
  })

  it('R-01 the highest number is checked: its form, check digit, office, year, and what the backup itself holds', async () => {
    const copy = await copyOf()
    expect(await refusedWith(copy, 'about 900')).toBe('reference-malformed')
    expect(
      await refusedWith(
        copy,
        number(900).replace(/.$/, (digit) => String((Number(digit) + 1) % 10)),
      ),
    ).toBe('reference-check-digit')
    expect(await refusedWith(copy, number(900, { office: 'RYD' }))).toBe('highest-number-other-office')
    expect(await refusedWith(copy, number(900, { year: 2025 }))).toBe('highest-number-other-year')
    expect(await refusedWith(copy, number(900, { year: 2027 }))).toBe('highest-number-other-year')
    expect(await refusedWith(copy, number(2))).toBe('highest-number-behind')
  })

  it('R-01 a year that the backup does not know begins neither at 1 nor where another restore began', async () => {
    const copy = await copyOf('2026-12-31T08:00:00.000Z' as Instant)
    const later = '2027-01-01T08:00:00.000Z' as Instant
    const given = [
      ...(await register(await restored(copy, '', later), 2)),
      ...(await register(await restored(copy, '', later), 2)),
      ...(await register(await restored(copy, number(40, { year: 2026 }), later), 2)),
    ]
    expect(new Set(given).size).toBe(6)
    expect(Math.min(...given.map(serialOf))).toBeGreaterThan(100_000_000)
    const [first = ''] = await register(await restored(copy, number(40, { year: 2027 }), later), 1)
    expect(serialOf(first)).toBeGreaterThan(1040)
    expect(serialOf(first)).toBeLessThan(1_000_000)
  })
})
