import { ok } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { Caller } from './caller.ts'
import type { Office } from './office.ts'
import { writeCommit } from './write.ts'
import type { Author, Fresh, Written } from './write.ts'

/** Appends to this machine's own stream of reads and sessions (`audit:<device>`). */
export const writeAudit = (office: Office, author: Author, fact: Fresh): Result<Written> =>
  writeCommit(office, author, () => ok([fact]))

export type ReadKind =
  | 'case_opened'
  | 'person_opened'
  | 'searched_identity'
  | 'letter_seen'
  | 'printed'
  | 'exported'
  | 'file_opened'

/**
 * Every opening of a confidential case (`recordOpening`), look-up of a person, print and export is logged (R-08, P-03, B-16), with who, what
 * and when, and never what was typed. Out: whether the line is written.
 */
export function recordRead(
  office: Office,
  caller: Caller,
  read: { readonly kind: ReadKind; readonly of: string; readonly file?: string },
): boolean {
  const author = { actor: caller.id, session: caller.session, via: caller.via }
  const fact: Fresh = {
    stream: `audit:${office.chain.device}`,
    type: 'read.recorded',
    version: 1,
    facts: read,
    private: null,
  }
  const written = writeAudit(office, author, fact)
  if (!written.ok) office.ports.log.warn('read not recorded', { code: written.refusal.code })
  return written.ok
}

/**
 * The same for what a page shows for as long as it stands open: it asks again whenever something changes, and that is no
 * other opening. Out of half an hour of a session one line is left for each thing that it looked at.
 */
export function recordOpening(
  office: Office,
  caller: Caller,
  read: { readonly kind: ReadKind; readonly of: string },
): void {
  office.tickets.once(`${caller.session} ${read.kind} ${read.of}`, () => recordRead(office, caller, read))
}
