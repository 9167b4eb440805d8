import { expect, test } from 'vitest'
import { caseMessages } from '#shared/i18n/case.ts'
import { detailsMessages } from '#shared/i18n/case-steps-details.ts'
import { referralMessages } from '#shared/i18n/case-steps-referral.ts'
import { triageMessages } from '#shared/i18n/case-steps-triage.ts'
import { frameMessages } from '#shared/i18n/frame.ts'
import { searchMessages } from '#shared/i18n/search.ts'
import { startBrowserHost } from './support/browser-host.ts'
import { showOtherActions } from './support/case-page.ts'
import { intakeForm, shownNumber } from './support/intake-form.ts'
import { complaint } from './support/made-cases.ts'
import { makeOffice } from './support/office.ts'
import { colleagueOf, windowOf } from './support/sign-in.ts'
import { visit } from './support/visit.ts'
import { ar } from './support/words.ts'

test('G-02 R-08: the desk sees neither triage nor reports nor a confidential case; its registrar’s head does', async () => {
  const office = makeOffice()
  const [open, secret] = office.calls(
    [
      complaint({ subject: 'تأخر موعد المراجعة' }),
      complaint({ subject: 'شكوى سرية على موظف', confidentiality: 'confidential' }),
    ],
    'head',
  ) as { reference: string }[]
  const host = await startBrowserHost(office.dataDir)
  const desk = await windowOf(host.address, 'desk')
  const { page } = desk
  const places = page.getByRole('navigation', { name: ar(frameMessages.navigation) })
  for (const place of [frameMessages.reports, frameMessages.dashboard, frameMessages.settings])
    expect(await places.getByRole('link', { name: ar(place) }).count()).toBe(0)

  await visit(page, '#/queues/all')
  await page.getByText('تأخر موعد المراجعة').waitFor()
  expect(await page.getByText('شكوى سرية على موظف').count()).toBe(0)
  await visit(page, '#/search?text=سرية')
  await page.getByText(ar(searchMessages.none)).waitFor()

  await visit(page, `#/cases/${open?.reference}`)
  await showOtherActions(page)
  await page
    .getByRole('button', { name: ar(detailsMessages.contact) })
    .first()
    .waitFor()
  for (const step of [
    triageMessages.remitTitle,
    triageMessages.classify,
    referralMessages.refer,
    detailsMessages.confidentiality,
  ])
    expect(await page.getByRole('button', { name: ar(step) }).count()).toBe(0)
  await visit(page, `#/cases/${secret?.reference}`)
  expect(await page.getByText('شكوى سرية على موظف').count()).toBe(0)

  const head = await colleagueOf(desk, 'head')
  await visit(head.page, '#/queues/all')
  await head.page.getByText('شكوى سرية على موظف').waitFor()
})

test('R-08: a case that becomes confidential to others leaves the page on which it stood open', async () => {
  const office = makeOffice()
  const [open] = office.calls([complaint({ subject: 'تأخر موعد المراجعة' })], 'head') as { reference: string }[]
  const host = await startBrowserHost(office.dataDir)
  const { page } = await windowOf(host.address, 'salem')
  await visit(page, `#/cases/${open?.reference}`)
  const subject = page.getByRole('main').getByText('تأخر موعد المراجعة')
  await subject.first().waitFor()
  const strict = { case: open?.reference, level: 'strict', users: ['head'], note: '' }
  office.calls([{ call: 'triage.setConfidentiality', input: strict }], 'head')
  await page.getByText(ar(caseMessages.goneTitle)).waitFor()
  // An office is told of what can take a case from an office, not from a department.
  await page.getByText(ar(caseMessages.goneTextOffice)).waitFor()
  expect(await subject.count()).toBe(0)
})

test('bad input 6: scripts and formulas typed as text stay text on every screen', async () => {
  const script = '<script>alert(1)</script><img src=x onerror=alert(2)>'
  const formula = '=HYPERLINK("http://x.invalid","اضغط")'
  const office = makeOffice()
  const host = await startBrowserHost(office.dataDir)
  const opened = await windowOf(host.address, 'desk')
  const { page } = opened
  const dialogs: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  const form = intakeForm(page)
  await form.open()
  await form.given.fill(script)
  await form.mobile.fill('0551112223')
  await form.chooseType('inquiry')
  await form.subject.fill(script)
  await form.text.fill(`${formula}\n${script}`)
  await form.save()
  const reference = await shownNumber(page)
  await page.getByRole('main').getByText(script).first().waitFor()
  await visit(page, '#/queues/all')
  await page.getByRole('grid').getByText(script).first().waitFor()
  await visit(page, `#/search?text=${encodeURIComponent('HYPERLINK')}`)
  await page.getByText(script).first().waitFor()
  await visit(page, `#/cases/${reference}`)
  await page.getByText(formula).first().waitFor()
  expect(dialogs).toEqual([])
  expect(opened.messages.filter((message) => message.startsWith('uncaught'))).toEqual([])
})
