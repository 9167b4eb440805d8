import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { foldDigits } from '#shared/text/fold-digits.ts'
import { toHex } from '#shared/sync/bytes.ts'
import { saltOf } from '#shared/sync/private-part.ts'
import type { ReadableDb, WritableDb } from '#core/store/driver.ts'
import { sha256 } from '#core/store/hash.ts'
import { lastSeq } from '#core/store/read-stream.ts'
import { readSetting, writeSetting } from '#core/store/settings.ts'

const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const codeLength = 6

/** Whose codes they are. */
interface Keyed {
  readonly store: { readonly key: Uint8Array; readonly db: ReadableDb }
}

function inLetters(digest: Uint8Array): string {
  let letters = ''
  for (const byte of digest.subarray(0, codeLength)) letters += alphabet[byte % alphabet.length]
  return letters
}

/** Of the store's own key, as an earlier program printed it: on this machine alone. Out: six characters without look-alikes. */
const ownCodeOf = ({ store }: Keyed, caseId: string): string =>
  inLetters(createHmac('sha256', store.key).update(`tracking ${caseId}`).digest())

interface Described {
  readonly seq: number
  readonly position: number | null
  readonly private: Uint8Array
}

/** How the case was first described: its text is its office's and of those above it, and so is the salt of it. */
function firstDescribed({ store: { db } }: Keyed, caseId: string): Described | undefined {
  // Not sorted by the store, nor read whole: there is one as a rule, and a registration waits for it.
  const all = db.all<Described>(
    "SELECT seq, position, substr(private, 1, 64) AS private FROM events WHERE stream = ? AND type = 'described' AND private IS NOT NULL AND aside = 0",
    `case:${caseId}`,
  )
  const place = ({ position }: Described): number => position ?? Number.MAX_SAFE_INTEGER
  return all.toSorted((one, other) => place(one) - place(other) || one.seq - other.seq)[0]
}

const ofSalt = (caseId: string, salt: string): string => inLetters(sha256(Buffer.from(`tracking ${caseId} ${salt}`)))

const codeIn = (described: Described, caseId: string): string => ofSalt(caseId, saltOf(described.private))

/**
 * The short secret printed beside the number (P-01): of the salt of the case's text, which every machine that may hand out
 * its receipt holds and no department does. So it needs no room, and is the same on every print of every machine. A case
 * without a text has one of the store's own key. Out: six characters without look-alikes.
 */
export function trackingCodeOf(office: Keyed, caseId: string): string {
  const described = firstDescribed(office, caseId)
  return described === undefined ? ownCodeOf(office, caseId) : codeIn(described, caseId)
}

/**
 * The same of a case that is just registered: whoever waits for its number does not wait for a reading. In: the salt of its
 * text; null: it has none.
 */
export const firstTrackingCode = (office: Keyed, caseId: string, salt: Uint8Array | null): string =>
  salt === null ? ownCodeOf(office, caseId) : ofSalt(caseId, toHex(salt))

const lastOwnKey = 'tracking-own-until'

/** What stands in the log before this program opens it may have a receipt with the code of this store's key. */
export function noteOwnCodes(db: WritableDb): void {
  if (readSetting(db, lastOwnKey, z.int()) === null) db.transaction(() => writeSetting(db, lastOwnKey, lastSeq(db)))
}

/** A folder that its server fills has printed none. In a write transaction. */
export function noteNoOwnCodes(db: WritableDb): void {
  if (readSetting(db, lastOwnKey, z.int()) === null) writeSetting(db, lastOwnKey, 0)
}

/** The code of a case, then that which this machine may have printed on its receipt before. */
function codesOf(office: Keyed, caseId: string): readonly string[] {
  const described = firstDescribed(office, caseId)
  if (described === undefined) return [ownCodeOf(office, caseId)]
  const code = codeIn(described, caseId)
  const isOld = described.seq <= (readSetting(office.store.db, lastOwnKey, z.int()) ?? 0)
  return isOld ? [code, ownCodeOf(office, caseId)] : [code]
}

/** The codes of an office, for its index. */
export const codeOf =
  (office: Keyed) =>
  (caseId: string): readonly string[] =>
    codesOf(office, caseId)

const codeForm = new RegExp(`^[${alphabet}]{${String(codeLength)}}$`)

/** In: what was typed. Out: the code that it can be; null where it has not the form of one. */
export function asCode(text: string): string | null {
  const bare = foldDigits(text)
    .replace(/[\p{Cf}\s]/gu, '')
    .toUpperCase()
  return codeForm.test(bare) ? bare : null
}

/** The codes that the complainant may hold, to check him by. */
export const codesGiven = (office: Keyed, caseId: string): string => codesOf(office, caseId).join(' / ')
