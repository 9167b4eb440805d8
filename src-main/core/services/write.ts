import { ok } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import type { RecordedEvent } from '#shared/sync/recorded-event.ts'
import { appendUnsigned } from '#core/store/append-commit.ts'
import type { NewEvent } from '#core/store/append-commit.ts'
import { attempt } from '#core/store/attempt.ts'
import { signLastCommit } from '#core/store/chain.ts'
import type { WritableDb } from '#core/store/driver.ts'
import { namedFiles } from '#core/store/named-files.ts'
import { projectEvents } from '#core/store/tables.ts'
import type { CorePorts } from '#core/ports.ts'
import type { Office } from './office.ts'
import { isReference, readReferenceData } from './reference-data.ts'

/** Who writes, as the envelope names it. */
export interface Author {
  readonly actor: string
  readonly session: string | null
  readonly via: 'window' | 'cli' | 'import' | 'duty'
}

export interface Fresh {
  readonly stream: string
  readonly type: string
  readonly version: number
  readonly facts: object
  readonly private: object | null
  readonly salt?: Uint8Array
  /** When it happened; default: now. Only imports differ. */
  readonly at?: Instant
  readonly id?: string
  /** Who acted then; default: the author. */
  readonly actor?: string
  readonly expects?: Readonly<Record<string, string>>
}

export interface Written {
  readonly recorded: readonly RecordedEvent[]
}

/**
 * One command: everything it reads, decides and appends stands in one write transaction, which is on disk when this
 * returns (S1). `work` yields the events; no events is no commit. Signature and tables follow before anybody asks for
 * them: whoever waits for the commit does not wait for what is derived from it. Windows are told after it.
 */
export function writeCommit(
  office: Office,
  author: Author,
  work: (db: WritableDb) => Result<readonly Fresh[]>,
): Result<Written> {
  const { db, projections } = office.store
  const { chain } = office
  const written = attempt<Written>(db, () => {
    const fresh = work(db)
    if (!fresh.ok) return fresh
    if (fresh.value.length === 0) return ok({ recorded: [] })
    const now = office.ports.clock.now()
    const { ids } = office.ports
    const by = { ids, author, now, rights: office.reference.rightsVersion }
    const events = fresh.value.map((event) => newEvent(by, event))
    return ok({ recorded: appendUnsigned(db, chain, { commit: ids.uuid(), events }) })
  })
  if (!written.ok || written.value.recorded.length === 0) return written
  const { recorded } = written.value
  db.owe(
    () => signLastCommit(db, chain),
    () => projectEvents(db, projections, recorded),
  )
  afterCommit(office, recorded)
  return written
}

interface Writer {
  readonly ids: CorePorts['ids']
  readonly author: Author
  readonly now: Instant
  /** Id of the last event on rights that the author had seen; empty before the first. */
  readonly rights: string
}

/** The event as the log takes it, under its author. */
export function newEvent({ ids, author, now, rights }: Writer, event: Fresh): NewEvent {
  return {
    id: event.id ?? ids.uuid(),
    stream: event.stream,
    type: event.type,
    version: event.version,
    facts: event.facts,
    private: event.private,
    salt: event.salt,
    at: event.at ?? now,
    actor: event.actor ?? author.actor,
    session: author.session,
    via: author.via,
    expects: event.expects ?? {},
    rights,
  }
}

function afterCommit(office: Office, recorded: readonly RecordedEvent[]): void {
  if (recorded.some(isReference)) office.reference = readReferenceData(office.store.db) ?? office.reference
  forgetAttached(office, recorded)
  office.changes.publish(topicsOf(recorded))
  office.sync?.written()
}

/** What still stands among the uploads is waiting for a case, or abandoned. */
function forgetAttached(office: Office, recorded: readonly RecordedEvent[]): void {
  const attached = recorded
    .flatMap(namedFiles)
    .map(({ address }) => office.uploads.at(address))
    .filter((upload) => upload !== null)
  if (attached.length > 0) office.uploads.forget(attached)
}

/** What windows are told of a change: topics, by streams. */
export function topicsOf(recorded: readonly Pick<RecordedEvent, 'stream'>[]): readonly string[] {
  const topics = new Set<string>()
  for (const stream of new Set(recorded.map((event) => event.stream))) {
    const [kind = '', id = ''] = stream.split(':')
    topics.add(kind === 'case' ? `case:${id}` : kind)
    if (kind === 'case') topics.add('queues')
  }
  return [...topics]
}
