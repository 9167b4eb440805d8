import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { addToLedger } from '#core/store/forgotten-ledger.ts'
import { systemIds } from '#core/system-ports.ts'
import { openVault } from '#core/vault/vault.ts'
import type { CaseView, PersonView } from '#shared/contract/desktop/views.ts'
import { opened } from '#test/support/opened.ts'
import { plainFilesOf } from '#test/support/plain-pages.ts'
import { registerCase } from '#test/support/strict-case.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'
import { openOfficeFolder, testOffice } from '#test/support/test-office.ts'
import type { TestOffice } from '#test/support/test-office.ts'

/* Somebody forgotten after a backup was made does not come back with it (S19). */

const ledger = 'forgotten.jsonl'
const details = { given: 'شهرزاد', family: 'المستظهري', mobile: '0796128357' }

async function endedCase(office: TestOffice, person: object): Promise<{ reference: string; id: string }> {
  const { reference } = await registerCase(office, {
    person: { kind: 'new', details: person },
    subject: 'عداد',
    text: 'عداد',
  })
  await office.call('triage.withdraw', { case: reference, note: '' })
  const { person: known } = await office.call<CaseView>('cases.get', { case: reference })
  if (known === null) throw new Error('the case has a person')
  return { reference, id: known.id }
}

/** The folder of a store that was lost: what stands beside it is all that is left. */
function loseStore({ folder }: TestOffice): void {
  for (const name of readdirSync(folder)) if (name !== ledger) rmSync(join(folder, name), { recursive: true })
}

/** Words of the person in any file of the folder, with the encryption taken off. */
async function wordsLeft({ folder }: TestOffice): Promise<readonly string[]> {
  const { key } = opened(await openVault(folder, { ids: systemIds }))
  return plainFilesOf(folder, key).flatMap(({ name, bytes }) =>
    ['شهرزاد', 'المستظهري', '796128357']
      .filter((word) => bytes.includes(Buffer.from(word)))
      .map((word) => `${name}: ${word}`),
  )
}

it('S19 who was forgotten after the backup is forgotten in what it brings, before anybody sees it; others come back', async () => {
  const office = await testOffice()
  const gone = await endedCase(office, details)
  const other = await endedCase(office, { given: 'ليلى', family: 'الحسن', mobile: '0791111111' })
  const form = { window: { key: details.mobile, known: null, person: { ...details, kind: 'individual' } } }
  await office.call('intake.saveDraft', { id: 'half', form })
  const path = join(temporaryFolder(), 'before.insaf-backup')
  await office.call('system.backup', { path })
  await office.call('people.forget', { id: gone.id, reason: 'request' })
  const kept = readFileSync(join(office.folder, ledger), 'utf8')
  expect(kept).toContain(gone.id)
  expect(kept).not.toMatch(/شهرزاد|المستظهري|6128357/u)
  await office.close()
  loseStore(office)

  const back = await openOfficeFolder({ folder: office.folder })
  await back.call('setup.restore', { path, secret: office.recoveryCode }, '')
  expect(await back.refused('people.get', { id: gone.id })).toBe('person-forgotten')
  expect(await back.call<readonly PersonView[]>('people.search', { text: 'شهرزاد' })).toEqual([])
  expect(await back.call<readonly PersonView[]>('people.search', { text: 'ليلى' })).toMatchObject([{ id: other.id }])
  const { person, state } = await back.call<CaseView>('cases.get', { case: gone.reference })
  expect([person, state.complainant?.person]).toEqual([null, gone.id])
  expect(await back.call('system.verify')).toMatchObject({ ok: true, problems: [] })
  await back.close()
  expect(await wordsLeft(back)).toEqual([])
})

it('S19 a folder that forgot nobody, or another folder, restores as it was', async () => {
  const office = await testOffice()
  const { id } = await endedCase(office, details)
  const path = join(temporaryFolder(), 'before.insaf-backup')
  await office.call('system.backup', { path })
  expect(readdirSync(office.folder)).not.toContain(ledger)
  const elsewhere = await openOfficeFolder()
  await elsewhere.call('setup.restore', { path, secret: office.recoveryCode }, '')
  expect(await elsewhere.call<readonly PersonView[]>('people.search', { text: 'شهرزاد' })).toMatchObject([{ id }])
})

it('S19 whoever a program forgot that kept no ledger is in the ledger after the next start', async () => {
  const office = await testOffice()
  const { id } = await endedCase(office, details)
  await office.call('people.forget', { id, reason: 'request' })
  await office.close()
  const path = join(office.folder, ledger)
  rmSync(path)
  const again = await openOfficeFolder({ folder: office.folder, background: true })
  await expect.poll(() => (existsSync(path) ? readFileSync(path, 'utf8') : ''), { timeout: 20_000 }).toContain(id)
  await again.close()
})

it('S19 S15 whom a server had told to forget is forgotten in a copy of the time before it, which verifies', async () => {
  const office = await testOffice()
  const { id } = await endedCase(office, details)
  const path = join(temporaryFolder(), 'alone.insaf-backup')
  await office.call('system.backup', { path })
  await office.close()
  loseStore(office)
  addToLedger(office.folder, [{ stream: `person:${id}`, reason: 'request', by: null }])
  const back = await openOfficeFolder({ folder: office.folder })
  await back.call('setup.restore', { path, secret: office.recoveryCode }, '')
  expect(await back.refused('people.get', { id })).toBe('person-forgotten')
  expect(await back.call('system.verify')).toMatchObject({ ok: true, problems: [] })
  await back.close()
})
