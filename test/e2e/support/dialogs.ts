import type { Page } from 'playwright'
import { adminCalendarMessages } from '#shared/i18n/admin-calendar.ts'
import { adminDueMoveMessages } from '#shared/i18n/admin-due-moves.ts'
import { adminGroupMessages } from '#shared/i18n/admin-groups.ts'
import { adminLimitMessages } from '#shared/i18n/admin-limits.ts'
import { adminListMessages } from '#shared/i18n/admin-lists.ts'
import { adminUnitMessages } from '#shared/i18n/admin-units.ts'
import { adminUserMessages } from '#shared/i18n/admin-users.ts'
import { adminMessages } from '#shared/i18n/admin.ts'
import { auditMessages } from '#shared/i18n/audit.ts'
import type { Language, PlainMessage } from '#shared/i18n/messages.ts'
import { translate } from '#shared/i18n/messages.ts'
import { peopleMessages } from '#shared/i18n/people.ts'
import { queuesMessages } from '#shared/i18n/queues.ts'
import { systemMessages } from '#shared/i18n/system.ts'
import { findingsLightAndDark } from './looks.ts'
import { password } from './office.ts'
import { visit } from './visit.ts'

type Hand = (page: Page, language: Language) => Promise<void>

interface OpenedPart {
  readonly name: string
  readonly address: string
  /** What is pressed by its name, or done by hand, from the screen as its address shows it. */
  readonly presses: readonly (PlainMessage | Hand)[]
  /** A dialog, where nothing stands here. */
  readonly part?: string
}

/** The first that can be edited; its name tells what it is. */
const first =
  (message: PlainMessage): Hand =>
  (page, language) =>
    page
      .getByRole('main')
      .getByRole('button', { name: message[language].replaceAll(/\{\w+\}/g, '').trim() })
      .first()
      .click()
const edit = first(adminMessages.editOf)
const editLimit = first(adminLimitMessages.editLimit)

/** Space turns the choice over, and a list that stays on the screen keeps it: what is chosen is left chosen. */
const firstRow: Hand = async (page) => {
  await page.getByRole('grid').focus()
  await page.keyboard.press('Home')
  if ((await page.locator('[role=row][aria-selected=true]').count()) === 0) await page.keyboard.press('Space')
}
const typeAmount: Hand = (page, language) =>
  page
    .getByRole('dialog')
    .getByRole('textbox', { name: translate(adminLimitMessages.amount, language) })
    .fill('9')
const typePassword: Hand = (page, language) =>
  page
    .getByRole('form', { name: translate(systemMessages.recovery, language) })
    .getByRole('textbox', { name: translate(systemMessages.yourPassword, language) })
    .fill(password)

/** What an administrator opens on the screens, that their addresses do not show; steps of a case have a test of their own. */
export const openedParts = (person: string): readonly OpenedPart[] => [
  { name: 'new user', address: '#/settings/users', presses: [adminUserMessages.addUser] },
  { name: 'user', address: '#/settings/users', presses: [edit] },
  { name: 'group', address: '#/settings/groups', presses: [adminGroupMessages.addGroup] },
  { name: 'new unit', address: '#/settings/units', presses: [adminUnitMessages.addUnit] },
  { name: 'unit', address: '#/settings/units', presses: [edit] },
  { name: 'new entry', address: '#/settings/lists', presses: [adminListMessages.addEntry] },
  { name: 'service', address: '#/settings/lists/services', presses: [edit] },
  { name: 'limit', address: '#/settings/limits', presses: [editLimit] },
  {
    name: 'what limits move',
    address: '#/settings/limits',
    presses: [editLimit, typeAmount, adminMessages.save, adminDueMoveMessages.review],
  },
  {
    name: 'holiday',
    address: '#/settings/calendar',
    presses: [adminCalendarMessages.tabHolidays, adminCalendarMessages.addHoliday],
  },
  {
    name: 'special hours',
    address: '#/settings/calendar',
    presses: [adminCalendarMessages.tabSpecial, adminCalendarMessages.addPattern],
  },
  { name: 'whole year', address: '#/settings/calendar', presses: [adminCalendarMessages.tabYear], part: 'main' },
  { name: 'print of the audit', address: '#/settings/audit', presses: [auditMessages.print] },
  { name: 'rebuilding', address: '#/settings/system', presses: [systemMessages.rebuild] },
  {
    name: 'new recovery code',
    address: '#/settings/system',
    presses: [typePassword, systemMessages.recovery],
  },
  { name: 'saved view', address: '#/queues/all', presses: [queuesMessages.views, queuesMessages.viewSave] },
  { name: 'print of a list', address: '#/queues/all', presses: [queuesMessages.print] },
  { name: 'assign many', address: '#/queues/all', presses: [firstRow, queuesMessages.assign] },
  { name: 'remind many', address: '#/queues/all', presses: [firstRow, queuesMessages.remind] },
  { name: 'details of a person', address: person, presses: [peopleMessages.edit], part: 'main form' },
]

const press = (page: Page, name: string): Promise<void> =>
  page
    .getByRole('button', { name, exact: true })
    .or(page.getByRole('tab', { name, exact: true }))
    .or(page.getByRole('menuitem', { name, exact: true }))
    .last()
    .click()

/** What axe finds in a part that opens on a screen, light and dark; it is closed again. */
export async function findingsOfPart(page: Page, opened: OpenedPart, language: Language): Promise<readonly string[]> {
  const { name, address, presses, part = '[role=dialog]' } = opened
  await visit(page, address)
  // What the part before left typed is not wanted: the window asks, and is told so.
  const leave = page.getByRole('button', { name: translate(adminMessages.leaveUnsaved, language), exact: true })
  if (await leave.isVisible()) {
    await leave.click()
    await leave.waitFor({ state: 'detached' })
    await visit(page, address)
  }
  for (const one of presses)
    await (typeof one === 'function' ? one(page, language) : press(page, translate(one, language)))
  await page.locator(part).waitFor()
  const found = await findingsLightAndDark(page, `${language} ${name}`, part)
  if (opened.part === undefined) {
    await page.keyboard.press('Escape')
    await page.locator(part).waitFor({ state: 'detached' })
  }
  return found
}
