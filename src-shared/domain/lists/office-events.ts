import { z } from 'zod'
import { Label, UnitId } from '#shared/domain/access/events.ts'
import { WorkCalendar } from '#shared/domain/clock/calendar.ts'
import { GoalsSet } from './goals.ts'
import { OfficeLogo } from './office-logo.ts'
import { LadderSet } from './ladder.ts'
import { ServiceTargets } from '#shared/domain/clock/limits.ts'

export const countries = ['SA', 'JO', 'EG', 'PS'] as const
export const Country = z.enum(countries)
export type Country = z.infer<typeof Country>

/** How the office's screens and papers look and what its desk must do; each a setting with a default (spec: D1–D12). */
export const OfficeSettings = z.object({
  office: UnitId,
  code: z.string().regex(/^[A-Z][A-Z0-9]{1,5}$/),
  name: Label,
  country: Country,
  zone: z.string().max(60),
  digits: z.enum(['latin', 'arabic']),
  hijri: z.boolean(),
  letterhead: z.object({
    ministry: Label,
    address: z.string().max(500),
    /** For papers in English; settings of an earlier program have none. */
    addressEn: z.string().max(500).optional(),
    phone: z.string().max(100),
    email: z.string().max(200),
    /** Stands on what the office publishes; settings of an earlier program have none. */
    logo: OfficeLogo.nullish(),
  }),
  practice: z.boolean(),
  idleLockMinutes: z.int().min(1).max(240),
  referBeforeVerification: z.boolean(),
  closingAuthority: z.enum(['team', 'liaison']),
  /** Settings of an earlier program do not say. */
  fourEyesForFcr: z.boolean().default(false),
  maxCycles: z.int().min(1).max(10),
  attempts: z.object({
    count: z.int().min(1).max(10),
    days: z.int().min(1).max(10),
    bands: z.int().min(1).max(2),
    channels: z.int().min(1).max(3),
  }),
  extensionsPerCycle: z.int().min(0).max(5),
})
export type OfficeSettings = z.infer<typeof OfficeSettings>

export const CalendarSet = z.object({ unit: UnitId, calendar: WorkCalendar })
export const TargetsSet = z.object({ office: UnitId, targets: ServiceTargets })
/** Importance → complexity → priority, in the rulebook's codes, which reads it with its `PriorityMatrix`. */
const codes = z.string().max(20)
export const PrioritiesSet = z.object({ office: UnitId, matrix: z.record(codes, z.record(codes, codes)) })

/** Events of an office's own settings: streams `settings:<office>`, `calendar:<unit>`, `targets:<office>` (goals of figures too), `priorities:<office>`, `ladder:<office>`. */
export const officeEvents = {
  'settings.set': OfficeSettings,
  'calendar.set': CalendarSet,
  'targets.set': TargetsSet,
  'goals.set': GoalsSet,
  'priorities.set': PrioritiesSet,
  'ladder.set': LadderSet,
} as const
