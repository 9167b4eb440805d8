import type { CommitItem } from '#shared/contract/desktop/sync.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { writtenId } from '#core/store/marked-id.ts'
import { countOfOthers, listCommitsOf } from '#core/store/list-own-commits.ts'
import type { OwnCommit } from '#core/store/own-commits.ts'
import type { Caller } from './caller.ts'
import { caseOfCommit } from './case-of-commit.ts'
import { foreseenOf, foreseenOfHeld } from './foreseen.ts'
import { inWords, outcomeInWords } from './in-words.ts'
import type { Office } from './office.ts'
import { userLabel } from './reference-data.ts'

/* This machine's own work that is not simply taken, so that a person can judge it (S2, N-06). */

export const mostItems = 500

/** Commits of this machine that are not simply accepted, newest first: the caller's own, or all for who keeps the store. */
export const commitItems = (
  office: Office,
  caller: Caller,
  standing: CommitItem['standing'] | null,
): readonly CommitItem[] =>
  listCommitsOf(office.store.db, { standing, limit: mostItems, actor: isKeeper(caller) ? null : caller.id }).map(
    (commit) => commitItem(office, caller, commit),
  )

/** How many of them, clashes aside, the caller is not shown: the work of others, or of the program itself. */
export const itemsUnshown = (office: Office, caller: Caller): number =>
  isKeeper(caller) ? 0 : countOfOthers(office.store.db, caller.id)

/** Who looks after the machine's store decides for its users; everyone else decides on his own work. */
export const isKeeper = ({ rights }: Caller): boolean => rights.has('manage_store') || rights.has('audit')

interface EventRow {
  readonly id: string
  readonly type: string
  readonly stream: string
  readonly envelope: Buffer
}

export function commitItem(office: Office, caller: Caller, commit: OwnCommit): CommitItem {
  const rows = office.store.db.all<EventRow>(
    'SELECT id, type, stream, envelope FROM events WHERE seq BETWEEN ? AND ? ORDER BY seq',
    commit.firstSeq,
    commit.lastSeq,
  )
  const first = rows.find(({ envelope }) => envelope.length > 0)
  const { actor, at } = first === undefined ? noOne : (JSON.parse(first.envelope.toString()) as typeof noOne)
  const { outcome } = commit
  const id = caseIn(rows)
  return {
    commit: commit.commit,
    standing: commit.standing,
    at: at as Instant,
    actor: { id: actor, name: userLabel(office.reference, actor) },
    case: id === undefined ? null : caseOfCommit(office, caller, { id, actor }),
    events: rows.map(({ id: event, type }) => ({ id: writtenId(event), type })),
    reason: outcome !== null && 'reason' in outcome ? outcomeInWords(office.reference, outcome.reason) : null,
    foreseen: willNeedDecision(office, commit, id),
    facts: outcome === null ? [] : 'facts' in outcome ? outcome.facts : 'moved' in outcome ? outcome.moved : [],
    may: mayDo(office, commit, id),
  }
}

function willNeedDecision(
  office: Office,
  { commit, standing }: OwnCommit,
  id: string | undefined,
): CommitItem['foreseen'] {
  if (id === undefined || (standing !== 'pending' && standing !== 'sent')) return null
  const foreseen = foreseenOf(office, commit, id)
  return foreseen === null ? null : inWords(foreseen)
}

const noOne = { actor: '', at: '1970-01-01T00:00:00.000Z' }

const caseIn = (rows: readonly EventRow[]): string | undefined =>
  rows.find(({ stream }) => stream.startsWith('case:'))?.stream.slice('case:'.length)

function mayDo(office: Office, commit: OwnCommit, id: string | undefined): CommitItem['may'] {
  if (commit.standing !== 'held') return []
  return canSucceed(office, commit, id) ? ['retry', 'withdraw'] : ['withdraw']
}

/** What the server judges again by itself, once what the reason names has come. */
const goesOnByItself = new Set([
  'sync-fenced',
  'sync-actor-unknown',
  'sync-ground-lacking',
  'sync-person-elsewhere',
  'sync-newer',
])

/** Whether the server may say something else than last time, by what this machine knows: else asking leads nowhere. */
function canSucceed(office: Office, { commit, outcome }: OwnCommit, id: string | undefined): boolean {
  if (outcome?.kind !== 'held') return false
  const { code, params } = outcome.reason
  if (code === 'sync-actor-revoked') return office.reference.users.get(String(params['user']))?.active !== false
  if (goesOnByItself.has(code)) return false
  return id === undefined || foreseenOfHeld(office, commit, id)?.code !== code
}
