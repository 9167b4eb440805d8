import { msOf } from '#shared/domain/clock/instant.ts'
import { foldedTokens } from '#shared/text/search-tokens.ts'
import { recordRead } from './audit.ts'
import type { Caller } from './caller.ts'
import type { Office } from './office.ts'

interface Latest {
  readonly text: string
  readonly of: string
  readonly ms: number
}

/** The latest search of each session; what was typed is kept here alone, never written. */
const latest = new WeakMap<Office, Map<string, Latest>>()
/** A box left alone for so long is searched anew. */
const restMs = 5 * 60_000

/**
 * A look-up of a person leaves one line however many keys it was typed with (P-03, G-06): a text that goes on from the
 * last one, or a list that asks again by itself, is the same look-up until it comes to another case.
 */
export function recordSearch(
  office: Office,
  caller: Caller,
  { text, of }: { readonly text: string; readonly of: string },
): void {
  const typed = foldedTokens(text).join(' ')
  if (typed === '') return
  const ofOffice = latest.get(office) ?? new Map<string, Latest>()
  latest.set(office, ofOffice)
  const before = ofOffice.get(caller.session)
  const ms = msOf(office.ports.clock.now())
  const isContinued =
    before !== undefined &&
    ms - before.ms < restMs &&
    (typed.startsWith(before.text) || before.text.startsWith(typed)) &&
    (before.of === of || of === 'people' || of === 'cases')
  ofOffice.set(caller.session, { text: typed, of, ms })
  if (!isContinued) recordRead(office, caller, { kind: 'searched_identity', of })
}
