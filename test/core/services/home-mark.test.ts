import { cpSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { parseReference } from '#shared/domain/numbering/parse-reference.ts'
import { greatestSerial } from '#shared/domain/numbering/reference-number.ts'
import { must } from '#shared/lib/assert.ts'
import { numbersOfYears } from '#core/services/numbers.ts'
import { openWritable } from '#core/store/driver.ts'
import { writeSetting } from '#core/store/settings.ts'
import { storeFile } from '#core/store/store-file.ts'
import { systemIds } from '#core/system-ports.ts'
import { openVault } from '#core/vault/vault.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'
import { openOfficeFolder, testOffice } from '#test/support/test-office.ts'
import type { TestOffice } from '#test/support/test-office.ts'

async function register(office: TestOffice, count: number): Promise<readonly string[]> {
  const given: string[] = []
  for (let left = count; left > 0; left -= 1) {
    const form = phoneForm({ person: { kind: 'anonymous' } })
    given.push((await office.call<{ reference: string }>('intake.register', form)).reference)
  }
  return given
}

const serialOf = (reference = ''): number => {
  const parsed = parseReference(reference)
  return parsed.ok ? parsed.value.serial : 0
}

it('R-01 a copied folder of an office that stands alone gives no number that the other gives, and stays where it drew', async () => {
  const office = await testOffice()
  const given = [...(await register(office, 2))]
  await office.close()
  const copies: TestOffice[] = []
  for (const name of ['first', 'second']) {
    const folder = join(temporaryFolder(), name)
    cpSync(office.folder, folder, { recursive: true })
    copies.push(await openOfficeFolder({ folder }))
  }
  await office.reopen()
  for (const each of [office, ...copies]) given.push(...(await register(each, 3)))
  expect(new Set(given).size).toBe(11)
  expect(given.slice(0, 5).map(serialOf)).toEqual([1, 2, 3, 4, 5])
  const [copy] = copies
  await copy?.reopen()
  const [next] = copy === undefined ? [] : await register(copy, 1)
  expect(serialOf(next)).toBe(serialOf(given[7]) + 1)
  expect((await copy?.call<{ ok: boolean }>('system.verify'))?.ok).toBe(true)
})

it('R-01 a folder that was renamed goes on with its numbers', async () => {
  const office = await testOffice()
  await register(office, 2)
  await office.close()
  const folder = join(temporaryFolder(), 'renamed')
  renameSync(office.folder, folder)
  const renamed = await openOfficeFolder({ folder })
  expect(serialOf((await register(renamed, 1))[0])).toBe(3)
})

it('R-01 the same place on another machine is a copy too: its disk was cloned', async () => {
  const office = await testOffice({ machine: 'a' })
  await register(office, 2)
  await office.close()
  const clone = await openOfficeFolder({ folder: office.folder, machine: 'b' })
  expect(serialOf((await register(clone, 1))[0])).toBeGreaterThan(100_000_000)
})

it('R-01 bad input: a copy for which no numbers are left is not opened with those of the other; the other goes on', async () => {
  const office = await testOffice()
  await register(office, 1)
  await office.close()
  const vault = await openVault(office.folder, { ids: systemIds, secrets: null })
  const { key } = must(vault.ok ? vault.value : null, 'its keys lie beside it')
  const db = openWritable({ file: storeFile(office.folder), key })
  db.transaction(() => {
    const [state] = numbersOfYears(db)
    const { year, ...rest } = must(state, 'the year of the registration')
    writeSetting(db, `numbers:${year}`, {
      ...rest,
      year,
      blocks: [{ from: 1, to: greatestSerial, next: greatestSerial }],
    })
  })
  db.close()
  const folder = join(temporaryFolder(), 'copy')
  cpSync(office.folder, folder, { recursive: true })
  await expect(openOfficeFolder({ folder })).rejects.toThrow(/numbers-exhausted/)
  await office.reopen()
  expect(serialOf((await register(office, 1))[0])).toBe(greatestSerial)
})
