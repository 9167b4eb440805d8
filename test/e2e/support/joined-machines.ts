import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { setupMessages } from '#shared/i18n/setup.ts'
import { signInMessages } from '#shared/i18n/sign-in.ts'
import { syncMessages } from '#shared/i18n/sync.ts'
import { insaf } from './command-line.ts'
import { colleagues, departments, emptyFolder, password } from './office.ts'
import { typeBackCode } from './set-up.ts'
import { startSyncServer } from './sync-server.ts'
import type { SyncServer } from './sync-server.ts'
import { ar } from './words.ts'

/** A server with one office, its team, the permits department with a liaison, and someone at the central unit. */
export async function makeJoinedOffice(): Promise<SyncServer> {
  const server = await startSyncServer()
  const secret = join(emptyFolder(), 'password')
  writeFileSync(secret, `${password}\n`)
  const user = (username: string, name: string, ...where: readonly string[]) =>
    server.admin('user', 'add', username, '--name', name, '--password-file', secret, ...where)
  server.admin('office', 'add', 'RYD', 'مكتب شكاوى الرياض', '--name-en', 'Riyadh complaint office', '--country', 'SA')
  server.admin(
    'department',
    'add',
    'PERMITS',
    departments.permits.ar,
    '--name-en',
    departments.permits.en,
    '--office',
    'RYD',
  )
  for (const username of ['salem', 'huda'] as const)
    user(username, colleagues[username].name, '--office', 'RYD', '--group', colleagues[username].group)
  user('liaison', 'بدر العنزي', '--department', 'PERMITS', '--group', 'liaison')
  user('central', 'ريم الدوسري', '--central', '--group', 'complaint_team')
  return server
}

const invite = (server: SyncServer, ...unit: readonly string[]): string =>
  String(server.admin('device', 'invite', ...unit)['code'])

export const officeCode = (server: SyncServer): string => invite(server, '--office', 'RYD')

/** A machine of a unit, joined by the command line. */
export function joinedFolder(server: SyncServer, ...unit: readonly string[]): string {
  const dataDir = join(emptyFolder(), 'data')
  insaf(dataDir, ['sync', 'join', server.address, invite(server, ...unit)])
  return dataDir
}

/** Joins on the first screen of an empty machine, as a person does, up to the sign-in screen. */
export async function joinByHand(page: Page, { address, code }: { readonly address: string; readonly code: string }) {
  await page.getByRole('radio', { name: ar(syncMessages.startJoin) }).check()
  await page.getByRole('button', { name: ar(setupMessages.next) }).click()
  await page.getByLabel(ar(syncMessages.address)).fill(address)
  await page.getByRole('button', { name: ar(syncMessages.look) }).click()
  await page.getByLabel(ar(syncMessages.code)).fill(code)
  await page.getByRole('button', { name: ar(syncMessages.join), exact: true }).click()
  await page.getByRole('group', { name: ar(setupMessages.recoveryCode) }).waitFor({ timeout: 60_000 })
  await typeBackCode(page)
  await page.getByLabel(ar(signInMessages.username)).waitFor()
}
