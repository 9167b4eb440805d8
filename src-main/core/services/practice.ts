/**
 * Practice mode (G-08): an empty folder becomes a practice office without asking, and gets realistic data once. It goes
 * through the contract like everybody else, so that practice is what the real thing is.
 */
import { newConnection } from './connection.ts'
import type { Connection } from './connection.ts'

type Call = (
  path: string,
  input: unknown,
  connection: Connection,
) => Promise<
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: { readonly en: string } }
>

/** Told to whoever opens practice mode; it guards nothing real. */
const practiceUser = { username: 'admin', password: 'practice-1' } as const

const practiceOffice = {
  office: 'PRC',
  nameAr: 'مكتب التدريب على الشكاوى',
  nameEn: 'Complaints practice office',
  country: 'JO',
  adminUsername: practiceUser.username,
  adminName: 'مدير التدريب',
  password: practiceUser.password,
  practice: true,
} as const

const practiceData = { cases: 400, seed: 1 } as const

/** Creates the practice office when the folder is empty. Out: whether it is one that has no cases yet. */
export async function preparePractice(call: Call): Promise<boolean> {
  const connection = newConnection('window')
  const status = await call('setup.status', {}, connection)
  if (!status.ok || (status.value as { kind: string }).kind !== 'empty') return false
  const created = await call('setup.create', practiceOffice, connection)
  if (!created.ok) throw new Error(created.error.en)
  return true
}

/** Fills a new practice office; the window is open meanwhile and follows. */
export async function fillPractice(call: Call): Promise<void> {
  const connection = newConnection('window')
  for (const [path, input] of [
    ['session.signIn', practiceUser],
    ['system.demo', practiceData],
    ['session.signOut', {}],
  ] as const) {
    const answer = await call(path, input, connection)
    if (!answer.ok) throw new Error(`${path}: ${answer.error.en}`)
  }
}
