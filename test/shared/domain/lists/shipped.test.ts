import { expect, test } from 'vitest'
import { shippedGroups } from '#shared/domain/access/roles.ts'
import { caseTypes } from '#shared/domain/lists/case-types.ts'
import { typeLabels } from '#shared/i18n/codes.ts'
import { shippedLists } from '#shared/domain/lists/shipped.ts'
import type { ListName } from '#shared/domain/lists/events.ts'

/* First values, written a second time: one that is lost, renamed or gets another meaning shows here. */
const written = (list: ListName): Readonly<Record<string, readonly [string, string]>> =>
  Object.fromEntries(shippedLists[list].map(({ code, ar, en }) => [code, [ar, en]]))

test('C-01 channels: every way by which people come, and the four sources of media monitoring', () => {
  expect(written('channels')).toEqual({
    walk_in: ['الحضور الشخصي', 'Personal attendance'],
    phone: ['الاتصال الهاتفي', 'Telephone'],
    contact_centre: ['مركز الاتصال الوطني', 'National contact centre'],
    hotline: ['الخط الساخن', 'Hotline'],
    website: ['الموقع الإلكتروني', 'Website form'],
    portal: ['بوابة الحكومة الإلكترونية', 'Government portal'],
    email: ['البريد الإلكتروني', 'E-mail'],
    fax: ['الفاكس', 'Fax'],
    sms: ['الرسائل القصيرة', 'SMS'],
    social: ['حسابات التواصل الاجتماعي', 'Social-media accounts'],
    app: ['التطبيق الذكي', 'Mobile application'],
    local_units: ['الوحدات والإدارات المحلية', 'Local units'],
    newspaper: ['الصحف المحلية والدولية', 'Local and international newspapers'],
    international_report: ['التقارير الدولية', 'International reports'],
    social_monitoring: ['رصد وسائل التواصل الاجتماعي', 'Social-media monitoring'],
    other_media: ['وسائل إعلام أخرى', 'Other media'],
  })
  const spoken = shippedLists.channels.filter(({ attributes }) => attributes?.synchronous).map(({ code }) => code)
  expect(spoken).toEqual(['walk_in', 'phone', 'contact_centre', 'hotline'])
})

test('T-01 types: the six of the field, in both languages and in this order', () => {
  expect(caseTypes.map((code) => [code, typeLabels[code].ar, typeLabels[code].en])).toEqual([
    ['complaint', 'شكوى', 'Complaint'],
    ['report', 'بلاغ', 'Report'],
    ['inquiry', 'استفسار', 'Inquiry'],
    ['suggestion', 'اقتراح', 'Suggestion'],
    ['praise', 'ثناء', 'Praise'],
    ['media', 'شكوى تغطية إعلامية', 'Media-coverage complaint'],
  ])
})

test('T-02 T-07 T-08 subjects, causes and kinds of complainants', () => {
  expect(Object.keys(written('subjects'))).toEqual([
    'service_result',
    'product',
    'operation',
    'procedure',
    'employee_behaviour',
    'delivery',
  ])
  expect(written('causes')).toEqual({
    bad_treatment: ['سوء المعاملة', 'Bad treatment'],
    low_service: ['خدمة دون المستوى المطلوب', 'Service below the required level'],
    unclear_procedures: ['عدم وضوح الإجراءات', 'Unclear procedures'],
    long_waiting: ['طول مدة الانتظار', 'Long waiting'],
    wrong_information: ['معلومات خاطئة', 'Wrong information'],
    wrong_direction: ['التوجيه الخاطئ', 'Wrong direction'],
  })
  expect(written('complainant_kinds')).toEqual({
    citizen: ['مواطن', 'Citizen'],
    resident: ['مقيم', 'Resident'],
    company: ['شركة أو مؤسسة', 'Company or establishment'],
    government: ['جهة حكومية', 'Government body'],
    institution: ['جمعية أو هيئة', 'Association or institution'],
  })
})

test('L-04 services stand in two levels under the general and the special classifications', () => {
  const codes = new Set(shippedLists.services.map(({ code }) => code))
  const parentOf = (code: string) => shippedLists.services.find((entry) => entry.code === code)?.attributes?.parent
  const roots = [...codes].filter((code) => parentOf(code) === undefined)
  expect(roots).toEqual(['general', 'special'])
  for (const code of codes) expect(roots.includes(code) || roots.includes(parentOf(code) ?? '')).toBe(true)
  for (const root of roots) expect([...codes].some((code) => parentOf(code) === root)).toBe(true)
})

test('G-01 every group that an office begins with, and what it may do', () => {
  expect(Object.fromEntries(Object.entries(shippedGroups).map(([code, rights]) => [code, rights.length]))).toEqual({
    reception: 2,
    complaint_team: 15,
    satisfaction_team: 5,
    team_head: 21,
    liaison: 1,
    complaint_officer: 2,
    department_head: 2,
    senior_management: 2,
    contact_centre: 2,
    media_monitor: 1,
    administrator: 4,
    auditor: 2,
    office_owner: shippedGroups.office_owner.length,
  })
  expect(shippedGroups.contact_centre).toEqual(['register', 'identify'])
  expect(shippedGroups.media_monitor).toEqual(['register'])
  expect(shippedGroups.liaison).toEqual(['answer_for_department'])
  // Who manages the system decides no case, and who decides cases does not manage users (G-02).
  const mayDecide = ['triage', 'refer', 'approve_reply', 'close', 'reopen', 'register']
  expect(shippedGroups.administrator.filter((right) => mayDecide.includes(right))).toEqual([])
  for (const code of ['reception', 'complaint_team', 'satisfaction_team', 'team_head', 'contact_centre'] as const)
    expect(shippedGroups[code]).not.toContain('manage_users')
})
