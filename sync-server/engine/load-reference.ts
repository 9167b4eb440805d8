import { parseCanonical } from '#shared/sync/canonical-json.ts'
import type { LogReader, StoredEvent } from '#server/log/server-log.ts'
import type { Engine } from './engine.ts'
import { notedOwner, notedTakings } from './notes.ts'
import { foldedKinds, noReference, referenceMarker, withReferenceEvents } from './reference.ts'
import type { Reference, ReferenceEvent } from './reference.ts'

/** Reference data as this transaction sees them: the engine's fold where nothing was added since, else folded anew. */
export async function loadReference(engine: Engine, log: LogReader): Promise<Reference> {
  const [marker] = await log.readStreams([referenceMarker])
  const length = marker?.length ?? 0
  if (engine.reference?.length === length) return engine.reference
  const reference = await foldAll(log, length, notedTakings(marker?.notes ?? []))
  engine.reference = reference
  return reference
}

async function foldAll(log: LogReader, length: number, takings: ReadonlyMap<string, string>): Promise<Reference> {
  const stored = await log.readEventsOfKinds(foldedKinds)
  const commits = await log.readCommits([...new Set(stored.map(({ commit }) => commit))])
  const byId = new Map(commits.map((commit) => [commit.commit, commit]))
  const homes = await homesOf(log, stored)
  const events = stored.flatMap((event): readonly ReferenceEvent[] => {
    const commit = byId.get(event.commit)
    if (commit?.outcome.kind !== 'accepted') return []
    return [
      {
        ...readFacts(event),
        home: homes.get(event.stream) ?? '',
        takenAt: takings.get(event.commit) ?? commit.receivedAt,
      },
    ]
  })
  return withReferenceEvents(noReference, events, length)
}

/** Owners of streams whose names carry none: noted when their first event was taken. */
async function homesOf(log: LogReader, events: readonly StoredEvent[]): Promise<ReadonlyMap<string, string>> {
  const nameless = new Set(
    events.map(({ stream }) => stream).filter((name) => name.startsWith('group:') && !name.includes('/')),
  )
  if (nameless.size === 0) return new Map()
  const rows = await log.readStreams([...nameless])
  return new Map(rows.map(({ stream, notes }) => [stream, notedOwner(notes) ?? '']))
}

function readFacts({ id, stream, envelope, facts }: StoredEvent): Omit<ReferenceEvent, 'home' | 'takenAt'> {
  const { type } = parseCanonical(envelope) as { readonly type: string }
  return { id, stream, type, body: parseCanonical(facts) as ReferenceEvent['body'] }
}
