import { z } from 'zod'
import { PersonDetails } from '#shared/domain/person/person-details.ts'
import { asks } from './procedure.ts'
import type { CallerHistory } from './intake.ts'
import type { PersonView } from './views.ts'

export const peopleContract = {
  search: asks(z.object({ text: z.string().min(1).max(200), limit: z.int().min(1).max(50).default(10) })).answers<readonly PersonView[]>(),
  get: asks(z.object({ id: z.uuid() })).answers<CallerHistory>(),
  change: asks(z.object({ id: z.uuid(), details: PersonDetails })).answers<PersonView>(),
  /** Checks a document number or a phone as typed; warnings never refuse. */
  check: asks(z.object({ document: z.object({ country: z.string().max(10), kind: z.string().max(30), number: z.string().max(60) }).optional(), phone: z.string().max(60).optional() })).answers<{
    readonly document: { readonly kind: 'valid' | 'warning' | 'refused'; readonly normalised: string; readonly ar: string; readonly en: string } | null
    readonly phone: { readonly ok: boolean; readonly e164: string; readonly display: string; readonly ar: string; readonly en: string } | null
  }>(),
}
