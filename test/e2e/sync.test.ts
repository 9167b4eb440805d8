import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import type { CaseView } from '#shared/contract/desktop/views.ts'
import { insideMessages as inside } from '#shared/i18n/case-inside.ts'
import { doneMessages } from '#shared/i18n/case-steps-done.ts'
import { referralMessages } from '#shared/i18n/case-steps-referral.ts'
import { replyMessages } from '#shared/i18n/case-steps-reply.ts'
import { triageMessages } from '#shared/i18n/case-steps-triage.ts'
import { conflictMessages } from '#shared/i18n/conflict.ts'
import { queueLabels } from '#shared/i18n/queues.ts'
import { syncMessages } from '#shared/i18n/sync.ts'
import { axeFindings } from './support/accessible.ts'
import { startBrowserHost } from './support/browser-host.ts'
import { chooseFrom, openCase, openStep, submitStep } from './support/case-page.ts'
import { callMany, insaf } from './support/command-line.ts'
import { joinByHand, joinedFolder, makeJoinedOffice, officeCode } from './support/joined-machines.ts'
import { useLanguage, useScheme } from './support/looks.ts'
import { colleagues, departments, emptyFolder, password } from './support/office.ts'
import { registerAndRefer } from './support/register-and-refer.ts'
import { signIn, windowOf } from './support/sign-in.ts'
import type { SyncServer } from './support/sync-server.ts'
import { visit } from './support/visit.ts'
import { openWindow } from './support/window.ts'
import { ar } from './support/words.ts'

// What crosses the network comes when it comes.
const slow = { timeout: 60_000 }

/* A server process, three machines, and people who look at nothing but their windows. */

test('SYNC-ENROL-3 F-04 F-07 G-07 N-06: an office joins, a department answers in its own window, what two did unseen by each other is settled side by side, and the case is moved to the central unit', async () => {
  const server = await makeJoinedOffice()
  const host = await startBrowserHost(emptyFolder())
  const { page: office } = await openWindow(host.address)
  await joinByHand(office, { address: server.address, code: officeCode(server) })
  await signIn(office, 'salem')
  await office.getByRole('link', { name: new RegExp(ar(syncMessages.online)) }).waitFor()
  const reference = await registerAndRefer(office)

  const permits = await startBrowserHost(joinedFolder(server, '--department', 'PERMITS'))
  const { page: department } = await windowOf(permits.address, 'liaison')
  await answerAsDepartment(department, reference)
  await office.bringToFront()
  const referral = office.getByRole('article', { name: departments.permits.ar })
  await referral.getByText('صدرت الرخصة اليوم.').waitFor(slow)
  await office.getByText(permit.name).first().waitFor(slow)

  const second = joinedFolder(server, '--office', 'RYD')
  // Whoever signed in once is known there without the server, too.
  for (const user of ['salem', 'huda']) callMany(second, { user, password }, [{ call: 'session.me' }])
  await server.stop()
  await assign(office, reference, colleagues.huda.name)
  const taking = { case: reference, user: { $: 'me.user.id' }, exceptionReason: '' }
  const steps = [
    { call: 'session.me', save: 'me' },
    { call: 'triage.assign', input: taking },
  ]
  callMany(second, { user: 'salem', password }, steps)
  await office.getByRole('link', { name: new RegExp(ar(syncMessages.offline)) }).waitFor(slow)
  await server.start()
  await office.getByRole('link', { name: new RegExp(ar(syncMessages.online)) }).waitFor(slow)
  await office.getByText(ar(syncMessages.lineWaiting, { waiting: '1' })).waitFor({ ...slow, state: 'detached' })
  insaf(second, ['sync', 'now'])

  await office.getByRole('link', { name: new RegExp(ar(syncMessages.lineToDecide, { toDecide: '1' })) }).click(slow)
  const found = await findingsOfSync(office)
  await settleForTheOther(office, reference)
  insaf(second, ['sync', 'now'])
  const looks = [
    { call: 'cases.get', input: { case: reference } },
    { call: 'sync.conflicts', input: {} },
  ]
  const [there, left] = callMany(second, { user: 'huda', password }, looks) as [CaseView, readonly unknown[]]
  expect(there.line.handler?.name.ar).toBe(colleagues.salem.name)
  expect(left).toEqual([])
  await moveUp(office, reference)
  await workAbove(server, reference)
  expect(found).toEqual([])
}, 400_000)

/** What a department sends with its answer goes with nothing else (S16). */
const permit = { name: 'permit.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 permit') }

/** What the liaison sees is his referral alone: neither the sender's words nor who he is. */
async function answerAsDepartment(page: Page, reference: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name: ar(queueLabels.ref_to_acknowledge) }).waitFor()
  await page.getByRole('row').filter({ hasText: reference }).click(slow)
  await page.getByText('يرجى بيان سبب تأخر الرخصة.').first().waitFor({ state: 'attached' })
  const seen = await page.locator('body').innerText()
  expect(seen).not.toContain('عبير')
  expect(seen).not.toContain('قدّمت الطلب قبل شهرين')
  const acknowledge = await openStep(page, referralMessages.acknowledgeOwn)
  await acknowledge.getByRole('checkbox', { name: ar(referralMessages.inRemitOwn) }).check()
  // F-04: the limit stands there until he says otherwise.
  expect(await acknowledge.getByRole('textbox', { name: ar(referralMessages.statedAtOwn) }).inputValue()).not.toBe('')
  await acknowledge.getByText(ar(referralMessages.statedIsLimit)).waitFor()
  await submitStep(page, referralMessages.acknowledgeSubmit, doneMessages.doneAcknowledged)
  await page.getByRole('link', { name: new RegExp(`${ar(queueLabels.ref_to_answer)} *1`) }).waitFor()
  const reply = await openStep(page, referralMessages.replyOwn)
  await reply.getByRole('textbox', { name: ar(referralMessages.replyTextOwn) }).fill('صدرت الرخصة اليوم.')
  await reply.locator('input[type=file]').first().setInputFiles(permit)
  await reply.getByText(permit.name).waitFor()
  await submitStep(page, referralMessages.replySubmitOwn, referralMessages.doneReplyOwn)
}

async function assign(page: Page, reference: string, name: string): Promise<void> {
  await openCase(page, reference)
  const form = await openStep(page, triageMessages.assign)
  await chooseFrom(form, triageMessages.handler, name)
  await submitStep(page, triageMessages.assignSubmit, doneMessages.doneAssigned)
}

async function findingsOfSync(page: Page): Promise<readonly string[]> {
  const found: string[] = []
  for (const [language, scheme] of [
    ['en', 'dark'],
    ['en', 'light'],
    ['ar', 'light'],
  ] as const) {
    await useLanguage(page, language)
    await useScheme(page, language, scheme)
    found.push(...(await axeFindings(page, `${language} ${scheme} sync`)))
  }
  return found
}

/** The office gives the case up with a reason; from then on it is neither in its lists nor to be opened there (G-07). */
async function moveUp(page: Page, reference: string): Promise<void> {
  await openCase(page, reference)
  const move = await openStep(page, inside.move)
  await chooseFrom(move, inside.unit, /.+/)
  await move.getByRole('textbox', { name: ar(inside.moveWhy) }).fill('يخص أكثر من مكتب.')
  await submitStep(page, inside.moveSubmit, inside.doneMoved)
  await visit(page, '#/queues/all')
  await page.getByText(reference).waitFor({ state: 'detached' })
}

/** Those above find it with its number and its history, and go on with it. */
async function workAbove(server: SyncServer, reference: string): Promise<void> {
  const above = await startBrowserHost(joinedFolder(server, '--central'))
  const { page } = await windowOf(above.address, 'central')
  await visit(page, '#/queues/all')
  await page.getByRole('row').filter({ hasText: reference }).click(slow)
  await page.getByText('يخص أكثر من مكتب.').first().waitFor()
  await page.getByRole('article', { name: departments.permits.ar }).getByText('صدرت الرخصة اليوم.').waitFor()
  const reply = await openStep(page, replyMessages.draft)
  await reply.getByRole('textbox', { name: ar(replyMessages.replyText) }).fill('صدرت رخصتكم.')
  await submitStep(page, replyMessages.draftSubmit, doneMessages.doneDrafted)
}

/** Both are read side by side, with who and when; the one that came too late is carried out after all. */
async function settleForTheOther(page: Page, reference: string): Promise<void> {
  await page
    .getByRole('row')
    .filter({ hasText: reference })
    .getByRole('link', { name: ar(syncMessages.settle) })
    .click()
  const dialog = page.getByRole('dialog')
  const row = dialog.getByRole('row').filter({ hasText: ar(conflictMessages.handler) })
  await row.getByText(colleagues.huda.name).waitFor()
  await row.getByText(colleagues.salem.name).waitFor()
  expect(await axeFindings(page, 'ar settle')).toEqual([])
  await dialog.getByRole('button', { name: ar(conflictMessages.apply, { who: colleagues.salem.name }) }).click()
  await page.getByText(ar(conflictMessages.done)).waitFor()
  await page.getByText(ar(conflictMessages.noticeTitle)).waitFor({ state: 'detached' })
}
