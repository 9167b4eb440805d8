import type { Label, UnitSet, UserSet } from '#shared/domain/access/events.ts'
import type { ShippedGroup } from '#shared/domain/access/roles.ts'
import type { OfficeSettings } from '#shared/domain/lists/office-events.ts'
import type { Fresh } from '../write.ts'
import { unitSet, userSet } from '#shared/domain/case/shipped-office.ts'

/* The practice office: eight departments and ten users. Every user's password is `practicePassword`, shown at sign-in. */
export const practicePassword = 'practice-1'

interface Department {
  readonly code: string
  readonly name: Label
  /** How it answers: 1 is ordinary, more is slower. */
  readonly slowness: number
}

export const departments: readonly Department[] = [
  { code: 'LIC', name: { ar: 'دائرة التراخيص', en: 'Licensing Department' }, slowness: 1.2 },
  { code: 'CRT', name: { ar: 'دائرة الشهادات والتصديق', en: 'Certificates Department' }, slowness: 0.8 },
  { code: 'FIN', name: { ar: 'الدائرة المالية', en: 'Finance Department' }, slowness: 1 },
  { code: 'ITS', name: { ar: 'دائرة تقنية المعلومات', en: 'Information Technology Department' }, slowness: 0.7 },
  { code: 'INS', name: { ar: 'دائرة التفتيش والرقابة', en: 'Inspection Department' }, slowness: 1.4 },
  { code: 'SUP', name: { ar: 'دائرة الدعم والإعانات', en: 'Support and Benefits Department' }, slowness: 1.6 },
  { code: 'HRD', name: { ar: 'دائرة الموارد البشرية', en: 'Human Resources Department' }, slowness: 1.1 },
  { code: 'SRV', name: { ar: 'دائرة خدمة الجمهور', en: 'Public Service Department' }, slowness: 0.6 },
]

/** Service → the departments that answer for it, the usual one first. */
export const departmentsOf: Readonly<Record<string, readonly [string, string]>> = {
  'general.conduct': ['HRD', 'SRV'],
  'general.waiting': ['SRV', 'ITS'],
  'general.information': ['SRV', 'CRT'],
  'general.facilities': ['SRV', 'FIN'],
  'special.permits': ['LIC', 'INS'],
  'special.certificates': ['CRT', 'ITS'],
  'special.payments': ['FIN', 'ITS'],
  'special.eservices': ['ITS', 'SRV'],
  'special.inspection': ['INS', 'LIC'],
  'special.support': ['SUP', 'FIN'],
}

interface Colleague {
  readonly username: string
  readonly name: Label
  readonly group: ShippedGroup
  /** Code of the department he belongs to; the office without it. */
  readonly department?: string
}

export const colleagues: readonly Colleague[] = [
  { username: 'rana', name: { ar: 'رنا الخطيب', en: 'Rana Al-Khatib' }, group: 'reception' },
  { username: 'yousef', name: { ar: 'يوسف العبادي', en: 'Yousef Al-Abbadi' }, group: 'reception' },
  { username: 'salma', name: { ar: 'سلمى النجار', en: 'Salma Al-Najjar' }, group: 'complaint_team' },
  { username: 'omar', name: { ar: 'عمر الحياري', en: 'Omar Al-Hiari' }, group: 'complaint_team' },
  { username: 'lina', name: { ar: 'لينا القضاة', en: 'Lina Al-Qudah' }, group: 'complaint_team' },
  { username: 'tareq', name: { ar: 'طارق المومني', en: 'Tareq Al-Momani' }, group: 'complaint_team' },
  { username: 'huda', name: { ar: 'هدى الزعبي', en: 'Huda Al-Zoubi' }, group: 'satisfaction_team' },
  { username: 'nadia', name: { ar: 'نادية الكيلاني', en: 'Nadia Al-Kilani' }, group: 'team_head' },
  { username: 'liaison', name: { ar: 'ماجد التميمي', en: 'Majed Al-Tamimi' }, group: 'liaison', department: 'LIC' },
  { username: 'director', name: { ar: 'سعاد الطراونة', en: 'Suad Al-Tarawneh' }, group: 'senior_management' },
]

const unitId = (code: string): UnitSet['id'] => `practice-${code.toLowerCase()}` as UnitSet['id']
export const colleagueId = (username: string): UserSet['id'] => `practice-${username}` as UserSet['id']

/** Units and users of the practice office. */
export function practiceStaff({ office }: Pick<OfficeSettings, 'office'>): readonly Fresh[] {
  const units = departments.map(({ code, name }, index) =>
    unitSet({
      id: unitId(code),
      kind: 'department',
      code,
      name,
      parent: office,
      active: true,
      serves: [],
      contact: { phone: '', email: `${code.toLowerCase()}@example.org`, liaison: colleagues[index]?.name.ar ?? '' },
    }),
  )
  const users = colleagues.map(({ username, name, group, department }) =>
    userSet({
      id: colleagueId(username),
      username,
      name,
      unit: department === undefined ? office : unitId(department),
      groups: [group],
      active: true,
      staffId: null,
      language: 'ar',
    }),
  )
  return [...units, ...users]
}
