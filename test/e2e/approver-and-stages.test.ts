import { expect, test } from 'vitest'
import { caseMessages } from '#shared/i18n/case.ts'
import { replyMessages as words } from '#shared/i18n/case-steps-reply.ts'
import { stageLabels } from '#shared/i18n/codes.ts'
import { kitMessages } from '#shared/i18n/kit.ts'
import { startBrowserHost } from './support/browser-host.ts'
import { isSubmitInSight, openCase, openStep } from './support/case-page.ts'
import { importHistory } from './support/command-line.ts'
import { makeOffice } from './support/office.ts'
import { onlyCase } from './support/only-case.ts'
import { windowOf } from './support/sign-in.ts'
import { answeredCase, toldCase } from './support/told-case.ts'
import { ar } from './support/words.ts'

test('A-01 A-02: the approver of a correction reads the answer that it puts right, and what is offered beside it', async () => {
  const office = makeOffice()
  importHistory(office.dataDir, toldCase(answeredCase, 7))
  const { reference } = onlyCase(office).line
  const text = 'تُصرف مستحقاتكم الأسبوع القادم.'
  const input = { case: reference, text, language: 'ar', remedies: ['apology'] }
  office.calls([{ call: 'reply.submitDraft', input }], 'salem')
  const { address } = await startBrowserHost(office.dataDir)
  const { page } = await windowOf(address, 'huda')
  await openCase(page, reference)
  const form = await openStep(page, words.approve)
  await form.getByText(ar(words.correctionOf)).waitFor()
  await form.getByText('ستُصرف مستحقاتكم هذا الأسبوع.').waitFor()
  await form.getByText(ar(caseMessages.replyRemedies, { remedies: 'اعتذار' })).waitFor()
})

test('A-01: nobody approves a reply before the letter that would leave is shown to him', async () => {
  const office = makeOffice()
  importHistory(office.dataDir, toldCase(answeredCase.slice(0, -3), 7))
  const { reference } = onlyCase(office).line
  const { address } = await startBrowserHost(office.dataDir)
  const { page } = await windowOf(address, 'huda')
  const held: (() => void)[] = []
  await page.routeWebSocket(/\/rpc/, (socket) => {
    const core = socket.connectToServer()
    socket.onMessage((message) => {
      if (message.toString().includes('/letters/make')) held.push(() => core.send(message))
      else core.send(message)
    })
  })
  await page.reload()
  await openCase(page, reference)
  const form = await openStep(page, words.approve)
  const approve = form.getByRole('button', { name: ar(words.approveSubmit), exact: true })
  await expect.poll(() => held.length).toBeGreaterThan(0)
  expect(await approve.count()).toBe(0)
  for (const letGo of held) letGo()
  await approve.waitFor()
})

test('A-01 UI-14: at 1366×768 a reply is read before its approval is opened, and the letter to be approved at 14 pixels and more', async () => {
  const office = makeOffice()
  importHistory(office.dataDir, toldCase(answeredCase.slice(0, -3), 7))
  const { address } = await startBrowserHost(office.dataDir)
  const { page } = await windowOf(address, 'huda')
  await openCase(page, onlyCase(office).line.reference)
  const text = page.getByRole('main').getByText('ستُصرف مستحقاتكم هذا الأسبوع.').first()
  const place = await text.boundingBox()
  expect((place?.y ?? 768) + (place?.height ?? 0)).toBeLessThan(768)
  const form = await openStep(page, words.approve)
  const letter = form.locator('iframe')
  const said = form.frameLocator('iframe').getByText('ستُصرف مستحقاتكم هذا الأسبوع.')
  await said.waitFor()
  const size = await said.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))
  const scale = await letter.evaluate(
    (frame: HTMLIFrameElement) => frame.getBoundingClientRect().width / frame.offsetWidth,
  )
  expect(size * scale).toBeGreaterThanOrEqual(14)
  const [paper, room] = [await letter.boundingBox(), await form.boundingBox()]
  expect(paper?.width ?? 0).toBeLessThanOrEqual((room?.width ?? 0) + 1)
  expect(await isSubmitInSight(page, words.approveSubmit)).toBe(true)
})

test('L-01: a case that was rejected unclassified shows classification and processing as left out, not as done', async () => {
  const office = makeOffice()
  const rejected = { event: 'rejected', at: [0, '11:00'], by: 'salem' } as const
  importHistory(office.dataDir, toldCase([...answeredCase.slice(0, 2), rejected], 7))
  const { address } = await startBrowserHost(office.dataDir)
  const { page } = await windowOf(address, 'salem')
  await openCase(page, onlyCase(office).line.reference)
  const stage = (name: keyof typeof stageLabels) =>
    page
      .getByRole('list', { name: ar(caseMessages.stages) })
      .getByRole('listitem')
      .filter({ hasText: stageLabels[name].ar })
      .textContent()
  expect(await stage('registration')).toContain(ar(kitMessages.doneStage))
  for (const left of ['classification', 'processing'] as const)
    expect(await stage(left)).not.toContain(ar(kitMessages.doneStage))
})
