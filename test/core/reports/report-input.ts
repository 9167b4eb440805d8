import type { ReportInput, ReportName } from '#core/reports/report-input.ts'
import { shippedTargets } from '#shared/domain/clock/limits.ts'
import { shippedLists } from '#shared/domain/lists/shipped.ts'
import { at, calendar, zone } from '#test/shared/domain/indicators/hand-built-case.ts'

const namesOf = (list: keyof typeof shippedLists): Readonly<Record<string, ReportName>> =>
  Object.fromEntries(shippedLists[list].map(({ code, ar, en }) => [code, { code, label: { ar, en } }]))

const department = (code: string, ar: string, en: string): ReportName => ({ code, label: { ar, en } })

/** Input of a quarterly report of a made-up office, Q1 2026. */
export const reportInput: ReportInput = {
  kind: 'quarterly',
  year: 2026,
  quarter: 1,
  asOf: at('30 Jun 09:00'),
  format: { language: 'ar', digits: 'latin', zone, hijri: false, country: 'JO' },
  practice: false,
  ministry: { ar: 'وزارة الخدمات العامة', en: 'Ministry of Public Services' },
  office: department('AMM', 'مكتب شكاوى عمّان', 'Amman complaint office'),
  only: null,
  strict: 'all',
  movedAway: 0,
  logo: null,
  offices: [
    {
      id: 'office',
      name: { ar: 'مكتب شكاوى عمّان', en: 'Amman complaint office' },
      isJoined: false,
      isOwn: true,
      lastSync: null,
    },
  ],
  calendar: calendar.calendar,
  unitCalendars: {},
  targets: shippedTargets,
  figureTargets: { 'K3a.cycle1': 0.9, K5a: 0.8, K9: 0.05, 'K15.cycle1.median': 1260 },
  synchronousChannels: ['phone', 'walk_in'],
  changes: [],
  names: {
    departments: {
      A: department('A', 'دائرة التراخيص', 'Licensing department'),
      B: department('B', 'دائرة المالية', 'Finance department'),
      PERMITS: department('PERMITS', 'مديرية التراخيص والتصاريح', 'Permits directorate'),
      FEES: department('FEES', 'مديرية الرسوم والتحصيل', 'Fees directorate'),
      INSPECT: department('INSPECT', 'مديرية التفتيش', 'Inspection directorate'),
      SUPPORT: department('SUPPORT', 'مديرية الدعم والإعانات', 'Support directorate'),
    },
    services: Object.fromEntries(
      shippedLists.services.map(({ code, ar, en, attributes }) => [
        code,
        { code, label: { ar, en }, parent: attributes?.parent ?? null },
      ]),
    ),
    channels: namesOf('channels'),
    causes: namesOf('causes'),
    subjects: namesOf('subjects'),
    rejectReasons: namesOf('reject_reasons'),
    dissatisfactionReasons: namesOf('dissatisfaction_reasons'),
  },
  edition: { number: 1, reason: null },
  audience: 'official',
  edits: [],
  overrideNote: null,
}
