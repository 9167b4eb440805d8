import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { ShippedGroup } from '#shared/domain/access/roles.ts'
import type { Call } from './command-line.ts'
import { callMany, insaf } from './command-line.ts'

export const password = 'كلمة سر طويلة 7'

interface Colleague {
  readonly name: string
  readonly group: ShippedGroup
}

/** Who works in the office of the tests; `admin` is its owner. */
export const colleagues = {
  desk: { name: 'نورة القحطاني', group: 'reception' },
  salem: { name: 'سالم الحربي', group: 'complaint_team' },
  huda: { name: 'هدى الزهراني', group: 'complaint_team' },
  maha: { name: 'مها العتيبي', group: 'satisfaction_team' },
  head: { name: 'خالد الشمري', group: 'team_head' },
} as const satisfies Readonly<Record<string, Colleague>>

/** `liaison` works in a department of a joined office, `central` above it. */
export type Username = keyof typeof colleagues | 'admin' | 'liaison' | 'central'

export const departments = {
  permits: { ar: 'دائرة التراخيص', en: 'Permits Department' },
  finance: { ar: 'الدائرة المالية', en: 'Finance Department' },
} as const

export interface TestOffice {
  readonly dataDir: string
  /** What opens a backup of it, and sets a forgotten password anew. */
  readonly recoveryCode: string
  /** Calls of the contract by the command line, while the window is open or before. */
  readonly calls: (calls: readonly Call[], as?: Username) => readonly unknown[]
}

/** An empty folder for a machine; it goes with the test. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'insaf-office-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** An office with users of every kind and two departments, set up without a window (the test of set-up has its own). */
export function makeOffice(): TestOffice {
  const folder = emptyFolder()
  const dataDir = join(folder, 'data')
  const secret = join(folder, 'password')
  writeFileSync(secret, `${password}\n`)
  const made = insaf(dataDir, [
    'setup',
    '--office',
    'RYD',
    '--name',
    'مكتب شكاوى الرياض',
    '--country',
    'SA',
    '--admin',
    'admin',
    '--password-file',
    secret,
  ])
  const calls: TestOffice['calls'] = (list, as = 'admin') => callMany(dataDir, as, list)
  calls([
    { call: 'admin.settings', save: 'settings' },
    ...Object.entries(departments).map(departmentCall),
    ...Object.entries(colleagues).map(userCall),
  ])
  const { recoveryCode } = JSON.parse(made) as Pick<TestOffice, 'recoveryCode'>
  return { dataDir, recoveryCode, calls }
}

const inOffice = { $: 'settings.office' }

const departmentCall = ([code, name]: [string, (typeof departments)[keyof typeof departments]]): Call => ({
  call: 'admin.setUnit',
  input: {
    id: code,
    kind: 'department',
    code: code.toUpperCase(),
    name,
    parent: inOffice,
    active: true,
    serves: [],
    contact: { phone: '', email: '', liaison: '' },
  },
})

const userCall = ([username, { name, group }]: [string, Colleague]): Call => ({
  call: 'admin.setUser',
  input: {
    id: username,
    username,
    name: { ar: name, en: username },
    unit: inOffice,
    groups: [group],
    active: true,
    staffId: null,
    language: 'ar',
    password,
  },
})
