/**
 * Records of people that carry the same document and of which nobody has said yet whether they are one human (L-16). The
 * central unit sees all; an office those of its own people, with what a front desk may know of the other's cases. Cases
 * that the asking machine holds are not told: it knows itself who may open them. A pair with a case about who asks
 * is not proposed to him, since a pair without cases would tell of it as well (G-05).
 */
import { eq, inArray } from 'drizzle-orm'
import type { Case } from '#shared/domain/case/state.ts'
import { peopleCases, peopleProposals } from '#server/log/schema/people-tables.ts'
import { foundCase } from './find-cases.ts'
import type { FoundCase, Question } from './find-cases.ts'
import { indexPeople } from './index-people.ts'
import type { PeopleIndex } from './index-people.ts'
import { recordQuestion } from './record-question.ts'

const mostPairs = 2000
const mostShown = 500

export interface ProposedLink {
  readonly first: string
  readonly second: string
  readonly foundAt: string
  readonly cases: readonly (FoundCase & { readonly person: string })[]
}

export type LinkQuestion = Pick<Question, 'device' | 'user' | 'unit' | 'readCase' | 'officeName' | 'isHeld' | 'isAbout'>

export async function proposedLinks(index: PeopleIndex, asked: LinkQuestion): Promise<readonly ProposedLink[]> {
  await indexPeople(index)
  const pairs = await index.db
    .select({ first: peopleProposals.first, second: peopleProposals.second, foundAt: peopleProposals.foundAt })
    .from(peopleProposals)
    .where(eq(peopleProposals.settled, false))
    .orderBy(peopleProposals.foundAt)
    .limit(mostPairs)
  const cases = await casesOf(
    index,
    asked,
    pairs.flatMap(({ first, second }) => [first, second]),
  )
  const linkOf = (pair: (typeof pairs)[number]) => ({
    ...pair,
    states: [pair.first, pair.second].flatMap((person) =>
      (cases.get(person) ?? []).map((state) => ({ person, state })),
    ),
  })
  const links = pairs
    .map(linkOf)
    .filter(({ states }) => asked.unit === 'central' || states.some(({ state }) => state.office === asked.unit))
    .filter(({ states }) => !states.some(({ state }) => asked.isAbout(state)))
    .slice(0, mostShown)
    .map(({ states, ...pair }) => ({
      ...pair,
      cases: states
        .filter(({ state }) => state.confidentiality !== 'strict' && !asked.isHeld(state.office))
        .map(({ person, state }) => ({ ...foundCase(state, asked), person })),
    }))
  const { device, user } = asked
  await recordQuestion(index, { device, user, mark: '', found: links.length })
  return links
}

async function casesOf(
  index: PeopleIndex,
  { readCase }: LinkQuestion,
  persons: readonly string[],
): Promise<ReadonlyMap<string, readonly Case[]>> {
  if (persons.length === 0) return new Map()
  const rows = await index.db
    .select({ id: peopleCases.case, person: peopleCases.person })
    .from(peopleCases)
    .where(inArray(peopleCases.person, [...new Set(persons)]))
  const states = await Promise.all(rows.map(async ({ id, person }) => ({ person, state: await readCase(id) })))
  const known = states.flatMap(({ person, state }) => (state === null ? [] : [{ person, state }]))
  const byPerson = Map.groupBy(known, ({ person }) => person)
  return new Map([...byPerson].map(([person, own]) => [person, own.map(({ state }) => state)]))
}
