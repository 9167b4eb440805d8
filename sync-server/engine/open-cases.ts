/** The open cases of a feed, whole, with the people they are about: what a new machine works with first (SYNC-SNAP-1). */
import type { CaseState } from '#shared/domain/case/state.ts'
import { toHex } from '#shared/sync/bytes.ts'
import { casesPartBytes, writeCasesPart } from '#shared/sync/cases-part.ts'
import type { ShownCommit } from '#shared/sync/cases-part.ts'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import type { LogReader, StoredCommit, StoredEvent } from '#server/log/server-log.ts'
import type { Engine } from './engine.ts'
import { commitHeader, writeHeader } from './commit-header.ts'
import { readCases } from './load-streams.ts'
import { openNote } from './notes.ts'
import { shareInFeed } from './share-in-feed.ts'
import type { ShareNow } from './share-in-feed.ts'

const casesAPart = 300

/** Parts one after another, each signed; a reading each. */
export async function* readOpenCases(engine: Engine, feed: FeedName): AsyncGenerator<Uint8Array> {
  let after: string | null = ''
  while (after !== null) {
    const asked: Asked = { feed, note: openNote, after, limit: casesAPart }
    const some: Some = await engine.log.read((log) => readSome(engine, log, asked))
    after = some.next
    if (some.entries.length > 0) yield signed(engine, feed, some.entries)
  }
}

function signed({ server, ports }: Engine, feed: FeedName, entries: readonly ShownCommit[]): Uint8Array {
  const { id, logEpoch } = server
  return writeCasesPart({ feed, server: id, logEpoch, entries }, (content) => {
    const said = casesPartBytes({ feed, server: id, logEpoch, content: toHex(ports.hash(content)) })
    return { content: toHex(ports.hash(content)), signature: toHex(ports.signing.sign(said)) }
  })
}

type Asked = Parameters<LogReader['readStreamsOf']>[0]

interface Some {
  readonly entries: readonly ShownCommit[]
  /** Where the next ones begin; null after the last. */
  readonly next: string | null
}

async function readSome(engine: Engine, log: LogReader, asked: Asked): Promise<Some> {
  const rows = await log.readStreamsOf(asked)
  const states = await readCases(engine, log, rows)
  const people = await log.readStreams(peopleOf([...states.values()]))
  const held = people.filter(({ feeds }) => feeds.includes(asked.feed)).map(({ stream }) => stream)
  const events = await log.readEvents([...rows.map(({ stream }) => stream), ...held])
  const commits = await log.readCommits([...new Set(events.map(({ commit }) => commit))])
  const shareOf = shareInFeed(asked.feed, states)
  const byCommit = Map.groupBy(events, ({ commit }) => commit)
  const entries = commits.flatMap((commit) => shown(commit, byCommit.get(commit.commit) ?? [], shareOf))
  return { entries, next: rows.length < asked.limit ? null : (rows.at(-1)?.stream ?? null) }
}

function peopleOf(states: readonly CaseState[]): readonly string[] {
  const people = states.flatMap((state) => (state.kind === 'case' ? (state.complainant?.person ?? []) : []))
  return [...new Set(people)].map((person) => `person:${person}`)
}

function shown(commit: StoredCommit, events: readonly StoredEvent[], shareOf: ShareNow): readonly ShownCommit[] {
  const held = events
    .toSorted((left, right) => left.sequence - right.sequence)
    .map((event) => ({ event, share: shareOf(event.stream, event) }))
    .filter(({ share }) => share !== 'none')
  if (held.length === 0) return []
  const header = commitHeader(
    'earlier',
    commit,
    held.map(({ event }) => event),
  )
  const bytes = held.map(({ event, share }) => ({
    envelope: event.envelope,
    facts: event.facts,
    private: share === 'all' ? event.private : null,
  }))
  return [{ header, headerBytes: writeHeader(header), events: bytes }]
}
