import { z } from 'zod'
import { rights } from './rights.ts'

/** A name in both languages, as lists and reports print it. */
export const Label = z.object({ ar: z.string().min(1).max(200), en: z.string().min(1).max(200) })
export type Label = z.infer<typeof Label>

export const UnitId = z.string().min(1).max(64).brand<'UnitId'>()
export type UnitId = z.infer<typeof UnitId>
export const UserId = z.string().min(1).max(64).brand<'UserId'>()
export type UserId = z.infer<typeof UserId>

export const unitKinds = ['central', 'office', 'department', 'directorate'] as const

/** One node of the one tree of units. The whole unit each time; a code is never used again (stream `unit:<id>`). */
export const UnitSet = z.object({
  id: UnitId,
  kind: z.enum(unitKinds),
  code: z.string().min(1).max(32),
  name: Label,
  parent: UnitId.nullable(),
  active: z.boolean(),
  /** A department may serve several offices. */
  serves: z.array(UnitId).max(500),
  contact: z.object({ phone: z.string().max(40), email: z.string().max(200), liaison: z.string().max(200) }),
})
export type UnitSet = z.infer<typeof UnitSet>

/** Days on which a user is away, both included, by his office's wall calendar; who is told in his place (E-02, F-12). */
export const Leave = z.object({ from: z.iso.date(), until: z.iso.date(), deputy: UserId.nullable() })
export type Leave = z.infer<typeof Leave>

/** A user as rights and screens need him; the password's verifier is not an event (stream `user:<id>`). */
export const UserSet = z.object({
  id: UserId,
  username: z.string().regex(/^[\p{L}\p{N}._-]{2,40}$/u),
  name: Label,
  unit: UnitId,
  groups: z.array(z.string().max(64)).max(20),
  active: z.boolean(),
  staffId: z.string().max(40).nullable(),
  /** With `active: false`: what arrives of him from now on is held, also what he did before his machine knew (S14). */
  atOnce: z.boolean().optional(),
  /** Null: none. Left out by a program that knows of no leaves: what stood before goes on (`userAfter`, S11). */
  leave: Leave.nullish(),
  language: z.enum(['ar', 'en']),
})
export type UserSet = z.infer<typeof UserSet>

/** A permission group with all its rights (stream `group:<unit>/<code>`, G-02). */
export const GroupSet = z.object({
  code: z.string().min(1).max(64),
  name: Label,
  rights: z.array(z.enum(rights)).max(rights.length),
  active: z.boolean(),
})
export type GroupSet = z.infer<typeof GroupSet>

/** Events of units, users and groups: type → schema of its facts; none has a private part. */
export const accessEvents = { 'unit.set': UnitSet, 'user.set': UserSet, 'group.set': GroupSet } as const
