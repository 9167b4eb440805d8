/**
 * What an online front desk is told of a person's cases at other offices (L-16, SYNC-PEOPLE-1): reference, type, date,
 * office and simple state; no name, no text. Every question is recorded before it is answered.
 */
import { eq } from 'drizzle-orm'
import type { Label } from '#shared/domain/access/events.ts'
import type { Case } from '#shared/domain/case/state.ts'
import { statusOf } from '#shared/domain/case/status.ts'
import type { IdentityDocument } from '#shared/domain/person/identity-document.ts'
import { peopleCases, peopleMarks } from '#server/log/schema/people-tables.ts'
import { indexPeople } from './index-people.ts'
import type { PeopleIndex } from './index-people.ts'
import { markOf } from './mark-of.ts'
import { recordQuestion } from './record-question.ts'

const mostCases = 50
/** Of one person, whosever they are. */
const mostRead = 500

export interface FoundCase {
  readonly reference: string
  readonly type: string
  readonly receivedAt: string
  readonly office: Label
  readonly state: 'open' | 'answered' | 'closed'
}

export interface Question {
  readonly device: string
  readonly user: string
  /** The asking unit. */
  readonly unit: string
  readonly document: IdentityDocument
  /** The case as the server folds it; null when it is not there any more. */
  readonly readCase: (id: string) => Promise<Case | null>
  readonly officeName: (unit: string) => Label
  /** Whether the asking machine holds the cases of an office: it knows them itself, also the one just registered. */
  readonly isHeld: (office: string) => boolean
  /** Whether a case is about who asks, or about one of his unit: he learns nothing of it (G-05). */
  readonly isAbout: (state: Case) => boolean
}

export async function findCases(index: PeopleIndex, asked: Question): Promise<readonly FoundCase[]> {
  const mark = markOf(index.key, asked.document)
  const found = mark === null ? [] : await casesOf(index, asked, mark)
  const { device, user } = asked
  await recordQuestion(index, { device, user, mark: mark ?? '', found: found.length })
  return found.map((state) => foundCase(state, asked))
}

async function casesOf(index: PeopleIndex, asked: Question, mark: string): Promise<readonly Case[]> {
  await indexPeople(index)
  const rows = await index.db
    .selectDistinct({ id: peopleCases.case })
    .from(peopleCases)
    .innerJoin(peopleMarks, eq(peopleMarks.person, peopleCases.person))
    .where(eq(peopleMarks.mark, mark))
    .limit(mostRead)
  const cases = await Promise.all(rows.map(({ id }) => asked.readCase(id)))
  return cases.filter((state) => state !== null && isTold(state, asked)).slice(0, mostCases) as Case[]
}

const isTold = (state: Case, { isHeld, isAbout }: Pick<Question, 'isHeld' | 'isAbout'>): boolean =>
  !isHeld(state.office) && state.confidentiality !== 'strict' && !isAbout(state)

export function foundCase(state: Case, { officeName }: Pick<Question, 'officeName'>): FoundCase {
  const { reference, type, office } = state
  return { reference, type, receivedAt: state.receivedAt, office: officeName(office), state: simpleState(state) }
}

function simpleState(state: Case): FoundCase['state'] {
  const status = statusOf(state)
  if (status === 'closed' || state.exit !== null) return 'closed'
  return status === 'resolved' || status === 'unreachable' ? 'answered' : 'open'
}
