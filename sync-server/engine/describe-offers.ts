/** Copies that wait for the central unit's word, told so that a person can give it (SYNC-RECOVER-2). */
import type { Label } from '#shared/domain/access/events.ts'
import type { AccessState } from '#shared/domain/access/rights-of.ts'
import { eventLabels, otherEventLabels, unknownEvent } from '#shared/i18n/event-labels.ts'
import { stringOr } from '#shared/lib/string-or.ts'
import { parseCanonical } from '#shared/sync/canonical-json.ts'
import type { EnvelopeContent } from '#shared/sync/envelope.ts'
import type { KeptCommit, LogReader } from '#server/log/server-log.ts'
import type { Engine } from './engine.ts'
import { loadReference } from './load-reference.ts'
import { readCases } from './load-streams.ts'
import { readOffers } from './offer.ts'
import type { Offer } from './offer.ts'

/** No text and no name of a complainant: the central unit may take a case that it may not read. */
export interface DescribedOffer extends Offer {
  /** Number of the case; null where the work is on none, or nothing here says its number. */
  readonly reference: string | null
  /** Whose case it is; where that is not known, where its author belongs. */
  readonly unit: { readonly code: string; readonly name: Label } | null
  readonly by: { readonly username: string; readonly name: Label } | null
  readonly what: Label
  readonly at: string | null
}

export async function describeOffers(engine: Engine): Promise<readonly DescribedOffer[]> {
  return engine.log.read(async (log) => {
    const offers = await readOffers(log)
    if (offers.length === 0) return []
    const { now: access } = await loadReference(engine, log)
    const kept = await log.readKept(offers.map(({ offer }) => offer))
    const byOffer = new Map(kept.map(({ commit, events }) => [commit, events.map(readKeptEvent)]))
    const known = { access, origins: await originsOf(engine, log, [...byOffer.values()].flat()) }
    return offers.map((offer) => describe(offer, byOffer.get(offer.offer) ?? [], known))
  })
}

interface Origin {
  readonly reference: unknown
  readonly office: unknown
}

/** Number and office of the cases, by their streams: as the log has them, else as a registration among the copies says. */
async function originsOf(
  engine: Engine,
  log: LogReader,
  events: readonly KeptEvent[],
): Promise<ReadonlyMap<string, Origin>> {
  const streams = [...new Set(events.map(({ content }) => content.stream))].filter((name) => name.startsWith('case:'))
  const cases = await readCases(engine, log, await log.readStreams(streams))
  const offered = events
    .filter(({ content }) => content.type === 'registered')
    .map(({ content, facts }) => [content.stream, { reference: facts['reference'], office: facts['office'] }] as const)
  const held = [...cases].flatMap(([stream, state]) => (state.kind === 'case' ? [[stream, state] as const] : []))
  return new Map<string, Origin>([...offered, ...held])
}

interface KeptEvent {
  readonly content: EnvelopeContent
  readonly facts: Readonly<Record<string, unknown>>
}

const readKeptEvent = ({ envelope, facts }: KeptCommit['events'][number]): KeptEvent => ({
  content: parseCanonical(envelope) as EnvelopeContent,
  facts: parseCanonical(facts) as KeptEvent['facts'],
})

interface Known {
  readonly access: AccessState
  readonly origins: ReadonlyMap<string, Origin>
}

function describe(offer: Offer, events: readonly KeptEvent[], { access, origins }: Known): DescribedOffer {
  const first = events[0]?.content
  const author = first === undefined ? undefined : access.users.get(first.actor)
  const origin = offer.streams.map((stream) => origins.get(stream)).find((each) => each !== undefined)
  const unit = access.units.get(stringOr(origin?.office, author?.unit ?? ''))
  const reference = origin?.reference
  return {
    ...offer,
    reference: typeof reference === 'string' ? reference : null,
    unit: unit === undefined ? null : { code: unit.code, name: unit.name },
    by: author === undefined ? null : { username: author.username, name: author.name },
    what: whatOf(events),
    at: first?.at ?? null,
  }
}

const words: Readonly<Record<string, Label>> = { ...eventLabels, ...otherEventLabels }

function whatOf(events: readonly KeptEvent[]): Label {
  const said = [...new Set(events.map(({ content }) => words[content.type] ?? unknownEvent))]
  return { ar: said.map(({ ar }) => ar).join('، '), en: said.map(({ en }) => en).join(', ') }
}
