/**
 * What an online front desk is told of a person's cases at other offices (L-16, SYNC-PEOPLE-1): reference, type, date,
 * office and simple state; no name, no text. Every question is recorded before it is answered.
 */
import { eq } from 'drizzle-orm'
import type { Label } from '#shared/domain/access/events.ts'
import type { Case } from '#shared/domain/case/state.ts'
import { statusOf } from '#shared/domain/case/status.ts'
import type { IdentityDocument } from '#shared/domain/person/identity-document.ts'
import { peopleCases, peopleMarks, peopleQuestions } from '#server/log/schema/people-tables.ts'
import { indexPeople } from './index-people.ts'
import type { PeopleIndex } from './index-people.ts'
import { markOf } from './mark-of.ts'

const mostCases = 50

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
  /** The asking unit: its own cases it knows itself. */
  readonly unit: string
  readonly document: IdentityDocument
  /** The case as the server folds it; null when it is not there any more. */
  readonly readCase: (id: string) => Promise<Case | null>
  readonly officeName: (unit: string) => Label
}

export async function findCases(index: PeopleIndex, asked: Question): Promise<readonly FoundCase[]> {
  const mark = markOf(index.key, asked.document)
  if (mark === null) return []
  await indexPeople(index)
  const rows = await index.db
    .selectDistinct({ id: peopleCases.case })
    .from(peopleCases)
    .innerJoin(peopleMarks, eq(peopleMarks.person, peopleCases.person))
    .where(eq(peopleMarks.mark, mark))
    .limit(mostCases * 2)
  const cases = await Promise.all(rows.map(({ id }) => asked.readCase(id)))
  const found = cases
    .filter((state) => state !== null && state.office !== asked.unit && state.confidentiality !== 'strict')
    .map((state) => foundCase(state as Case, asked))
    .slice(0, mostCases)
  await index.db.insert(peopleQuestions).values({
    id: index.ports.ids.uuid(),
    askedAt: index.ports.clock.now(),
    device: asked.device,
    user: asked.user,
    mark,
    found: found.length,
  })
  return found
}

export function foundCase(state: Case, { officeName }: Pick<Question, 'officeName'>): FoundCase {
  const { reference, type, office } = state
  return { reference, type, receivedAt: state.receivedAt, office: officeName(office), state: simpleState(state) }
}

function simpleState(state: Case): FoundCase['state'] {
  const status = statusOf(state)
  if (status === 'closed' || state.exit !== null) return 'closed'
  return status === 'resolved' || status === 'unreachable' ? 'answered' : 'open'
}
