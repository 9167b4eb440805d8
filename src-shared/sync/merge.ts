/**
 * What a page does to what a machine knows of a stream, as values (SYNC-MERGE-1, SYNC-MERGE-2): an event is stored once;
 * what comes again may give it its position, its verdict, or a part that was withheld. Whether the order of the fold
 * stayed decides whether tables go on from where they are or fold the stream anew.
 */
import type { Verdict } from './recorded-event.ts'

/** `folded`, `aside` (held or refused: kept out of the fold), `withdrawn` (only hashes are left). */
export type Presence = 'folded' | 'aside' | 'withdrawn'

export interface KnownEvent {
  readonly position: number | null
  readonly verdict: Verdict
  readonly presence: Presence
  readonly hasPrivate: boolean
}

export interface ToldEvent {
  readonly position: number
  readonly verdict: Exclude<Verdict, 'pending'>
  readonly hasPrivate: boolean
}

export type Merged =
  | { readonly kind: 'add' }
  /** Its bytes come back: the case was withdrawn and is shown again. */
  | { readonly kind: 'restore' }
  | { readonly kind: 'change'; readonly givesPrivate: boolean }
  | { readonly kind: 'same' }

/** In: what is known of an event (null: nothing), what an entry tells. Out: what to do with it. SYNC-MERGE-2. */
export function mergeEvent(known: KnownEvent | null, told: ToldEvent): Merged {
  if (known === null) return { kind: 'add' }
  if (known.presence === 'withdrawn') return { kind: 'restore' }
  const givesPrivate = told.hasPrivate && !known.hasPrivate
  const isSame =
    known.position === told.position && known.verdict === told.verdict && known.presence === 'folded' && !givesPrivate
  return isSame ? { kind: 'same' } : { kind: 'change', givesPrivate }
}

/** How a stream is folded so far: where its placed events end, and how many unanswered ones stand behind them. */
export interface StreamEnd {
  readonly top: number
  readonly unanswered: number
}

const applies = (verdict: Verdict): boolean => verdict === 'pending' || verdict === 'accepted'

/**
 * Whether the fold goes on unchanged when an event gets its place. In: the stream's end before it, what is known of the
 * event, what is told, and whether it is the first of the unanswered ones. SYNC-MERGE-1, SYNC-PULL-4.
 */
export function keepsOrder(
  end: StreamEnd,
  event: { readonly known: KnownEvent | null; readonly told: ToldEvent; readonly isFirstUnanswered: boolean },
): boolean {
  const { known, told } = event
  if (known === null) return end.unanswered === 0 && told.position > end.top
  if (known.presence !== 'folded' || (told.hasPrivate && !known.hasPrivate)) return false
  if (applies(known.verdict) !== applies(told.verdict)) return false
  if (known.position !== null) return known.position === told.position
  return told.position > end.top && event.isFirstUnanswered
}
