import { DueStamp } from '#shared/domain/clock/case-clock.ts'
import { z } from 'zod'
import type { AudienceClass } from '#shared/domain/access/audience.ts'
import { UnitId } from '#shared/domain/access/events.ts'

/** Parts that many case events share. Texts are bounded here, once. */
export const CaseId = z.uuid().brand<'CaseId'>()
export type CaseId = z.infer<typeof CaseId>
export const PersonId = z.uuid().brand<'PersonId'>()
export type PersonId = z.infer<typeof PersonId>
export const ReferralId = z.uuid().brand<'ReferralId'>()
export type ReferralId = z.infer<typeof ReferralId>
/** What a department asks of one of its directorates. */
export const RequestId = z.uuid().brand<'RequestId'>()
export type RequestId = z.infer<typeof RequestId>
export const DraftId = z.uuid().brand<'DraftId'>()
export type DraftId = z.infer<typeof DraftId>

/** An employee whom a complaint is about: his number as the office writes it, and the unit he works in (G-05). */
export const Employee = z.object({ staffId: z.string().min(1).max(40), unit: UnitId })
export type Employee = z.infer<typeof Employee>

/** SHA-256 of a file's encrypted bytes, hex. */
export const FileAddress = z.string().regex(/^[0-9a-f]{64}$/)

/** A file with what opens it: in private parts only, so that those who may read the part, and nobody else, can open it (S16). */
export const OpenableFile = z.object({
  file: FileAddress,
  size: z.int().min(0),
  mediaType: z.string().max(100),
  pages: z.int().min(1).nullable(),
  name: z.string().min(1).max(255),
  key: z.string().max(100),
})
export type OpenableFile = z.infer<typeof OpenableFile>

/** Number and date that a sender's own letter bears, as they stand on it (C-06). */
export const SenderLetter = z.object({ number: z.string().max(100), date: z.string().max(40) })
export type SenderLetter = z.infer<typeof SenderLetter>

export const ShortText = z.string().min(1).max(500)
export const LongText = z.string().min(1).max(20_000)
export const Note = z.object({ text: z.string().max(20_000) })

/** Working minutes that passed, frozen when the step was taken (W9, W10); `day` is the office's normal day. */
export const Waited = z.object({ minutes: z.int().min(0), day: z.int().min(1) })
export type Waited = z.infer<typeof Waited>

interface EventShape<F extends z.ZodType, P extends z.ZodType | null> {
  readonly version: number
  readonly audience: AudienceClass
  readonly facts: F
  readonly private: P
}

/** An event with facts only. */
export const factsOnly = <F extends z.ZodType>(
  audience: AudienceClass,
  facts: F,
  version = 1,
): EventShape<F, null> => ({
  version,
  audience,
  facts,
  private: null,
})

/** An event whose private part a replica may lack or must forget. */
export const withPrivate = <F extends z.ZodType, P extends z.ZodType>(
  audience: AudienceClass,
  facts: F,
  privatePart: P,
): EventShape<F, P> => ({ version: 1, audience, facts, private: privatePart })

export const atVersion = <E extends { readonly version: number }>(version: number, shape: E): E => ({
  ...shape,
  version,
})

/** Both due dates of the case as they stand after the event: with approved extensions, and without (`due_orig`). */
export const dues = { due: DueStamp, dueOrig: DueStamp }
