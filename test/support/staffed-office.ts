import type { Instant } from '#shared/domain/clock/instant.ts'
import { instantOfLocal } from '#shared/domain/clock/zone.ts'
import { addDepartment, addUser, testOffice } from './test-office.ts'
import type { TestOffice } from './test-office.ts'

/** In: day and time on the office's wall, `2026-01-05 09:00`. */
export const at = (text: string): Instant => instantOfLocal('Asia/Amman', text.slice(0, 10), text.slice(11))

/** An office with two departments and somebody of every kind. */
export async function staffed(options: { readonly background?: boolean } = {}): Promise<{
  office: TestOffice
  a: string
  b: string
  ids: Readonly<Record<string, string>>
}> {
  const office = await testOffice({ ...options, now: at('2026-01-05 09:00') })
  const a = (await addDepartment(office, 'A')).id
  const b = (await addDepartment(office, 'B')).id
  const ids: Record<string, string> = {}
  for (const [username, group] of [
    ['rana', 'reception'],
    ['salma', 'complaint_team'],
    ['omar', 'complaint_team'],
    ['lina', 'complaint_team'],
    ['tareq', 'complaint_team'],
    ['huda', 'satisfaction_team'],
    ['nadia', 'team_head'],
  ] as const)
    ids[username] = await addUser(office, { username, groups: [group] })
  ids['ali'] = await addUser(office, { username: 'ali', groups: ['liaison'], unit: a })
  return { office, a, b, ids }
}
