import { z } from 'zod'
import { Label, UnitId } from '#shared/domain/access/events.ts'
import { Limit } from '#shared/domain/clock/limits.ts'
import { caseTypes } from './case-types.ts'
import { ListCode } from './list-code.ts'

/** The editable lists of an office (stream `list:<unit>/<name>`). */
export const listNames = [
  'types',
  'channels',
  'services',
  'subjects',
  'causes',
  'complainant_kinds',
  'governorates',
  'reject_reasons',
  'file_reasons',
  'suspend_reasons',
  'extension_reasons',
  'return_reasons',
  'cancel_reasons',
  'draft_return_reasons',
  'dissatisfaction_reasons',
  'root_causes',
  'remedies',
  'external_bodies',
] as const
export const ListName = z.enum(listNames)
export type ListName = z.infer<typeof ListName>

/** What an entry carries besides its labels; each list uses its own few. */
export const EntryAttributes = z.object({
  /** Types: the fixed type whose rules, limits and figures are those of this one (T-01). */
  behaves: z.enum(caseTypes).nullable().default(null),
  /** Tree lists: code of the parent (L-04: general and special roots). */
  parent: ListCode.nullable().default(null),
  /** Services: default departments. */
  departments: z.array(UnitId).max(20).default([]),
  /** Services: first-contact resolution is possible (K1 potential). */
  fcrPossible: z.boolean().default(false),
  /** Services: complexity proposed (L-06). */
  complexity: z.enum(['routine', 'critical', 'complex']).nullable().default(null),
  /** Services: how long a case of this service may take, whatever its type and complexity (L-04). */
  limit: Limit.nullable().default(null),
  /** Channels: answered within one contact (call, counter), so that first contact means the same session. */
  synchronous: z.boolean().default(false),
})
export type EntryAttributes = z.infer<typeof EntryAttributes>

/** The whole entry each time; a code is never used again; an entry in use is deactivated, never deleted (C-01, G-03). */
export const EntrySet = z.object({
  list: ListName,
  code: ListCode,
  labels: Label,
  order: z.int().min(0).max(100_000),
  active: z.boolean(),
  scope: z.enum(['central', 'office']),
  attributes: EntryAttributes,
})
export type EntrySet = z.infer<typeof EntrySet>

export const listEvents = { 'entry.set': EntrySet } as const
