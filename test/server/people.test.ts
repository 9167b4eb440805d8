import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Case } from '#shared/domain/case/state.ts'
import { FeedName } from '#shared/sync/feed-entry.ts'
import { peopleCases, peopleMarks, peopleProposals } from '#server/log/schema/people-tables.ts'
import { findCases } from '#server/people/find-cases.ts'
import { indexPeople } from '#server/people/index-people.ts'
import { markOf } from '#server/people/mark-of.ts'
import { proposedLinks } from '#server/people/proposed-links.ts'
import { CaseWorld, registration } from '#test/support/case-world.ts'
import { appendTestEvents, appendTestMark } from '#test/support/test-entries.ts'
import { startTestServer, serverPatience } from '#test/support/test-server.ts'
import type { TestServer } from '#test/support/test-server.ts'

let server: TestServer
const folder = mkdtempSync(join(tmpdir(), 'insaf-server-'))
const central = FeedName.parse('central')

beforeAll(async () => {
  server = await startTestServer(folder)
}, serverPatience)

afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

const details = (number: string | null) => ({
  kind: 'individual',
  name: { given: 'ليلى', family: 'حداد' },
  complainantKind: 'beneficiary',
  language: 'ar',
  ...(number === null ? {} : { document: { country: 'JO', kind: 'national_id', number } }),
})

const recorded = (person: string, number: string | null) => ({
  stream: `person:${person}`,
  type: 'person.recorded',
  facts: { kind: 'individual', complainantKind: 'beneficiary', language: 'ar' },
  private: { details: details(number) },
})

const complainant = (id: string, person: string | null) => ({
  stream: `case:${id}`,
  type: 'complainant_set',
  facts: { person, anonymous: person === null, contactableBy: [], preferred: null, language: 'ar', governorate: null },
  private: null,
})

const marksOf = async (): Promise<readonly string[]> =>
  (await server.server.db.select({ person: peopleMarks.person }).from(peopleMarks)).map(({ person }) => person)

describe('blind index', () => {
  test('L-16 the same document of two offices’ people is found, however it was typed, and proposed once', async () => {
    const [one, two, three] = [randomUUID(), randomUUID(), randomUUID()].toSorted()
    const other = randomUUID()
    await appendTestEvents(server.server, central, [
      recorded(one ?? '', '9871234567'),
      recorded(other, '9871234568'),
      recorded(two ?? '', '٩٨٧١٢٣٤٥٦٧'),
    ])
    await indexPeople(server.server.people)
    await appendTestEvents(server.server, central, [
      recorded(three ?? '', '987 123 4567'),
      recorded(two ?? '', '9871234567'),
    ])
    await indexPeople(server.server.people)
    const pairs = await server.server.db.select().from(peopleProposals)
    expect(pairs.map(({ first, second }) => `${first} ${second}`).toSorted()).toEqual(
      [`${one} ${two}`, `${one} ${three}`, `${two} ${three}`].toSorted(),
    )
    expect(await marksOf()).toContain(other)
  })

  test('L-16 what a person has said of two records settles their proposal, also before it is made', async () => {
    const [one, two, three] = [randomUUID(), randomUUID(), randomUUID()]
    const settling = (type: string, person: string, other: string) => {
      return { stream: `person:${person}`, type, facts: { other }, private: null }
    }
    await appendTestEvents(server.server, central, [recorded(one, '9000000009'), recorded(two, '9000000009')])
    await indexPeople(server.server.people)
    await appendTestEvents(server.server, central, [
      settling('person.linked', two, one),
      settling('person.unlinked', three, one),
      recorded(three, '9000000009'),
    ])
    await indexPeople(server.server.people)
    const rows = await server.server.db.select().from(peopleProposals)
    const open = rows.filter(({ first, second, settled }) => !settled && [first, second].includes(one))
    const left = rows.filter(({ first, second, settled }) => !settled && [first, second].includes(three))
    expect([open.length, left.length]).toEqual([0, 1])
  })

  test('G-05 R-08 a pair with a case that is about who asks is not proposed to him, and a case that he holds is not told', async () => {
    const [one, two, own, about] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
    await appendTestEvents(server.server, central, [
      recorded(one, '9000000017'),
      recorded(two, '9000000017'),
      complainant(own, one),
      complainant(about, two),
    ])
    const asking = (isAbout: boolean) =>
      proposedLinks(server.server.people, {
        device: 'machine',
        user: 'rana',
        unit: 'office-a',
        readCase: (id) => Promise.resolve(states.get(id) ?? null),
        officeName: (office) => ({ ar: office, en: office }),
        isHeld: (office) => office === 'office-a',
        isAbout: (state) => isAbout && state === states.get(about),
      })
    // Nothing else of a case is asked here; two of them, for they are told apart by who they are.
    const stateOf = () => ({ office: 'office-a', confidentiality: 'confidential' }) as unknown as Case
    const states = new Map<string, Case>([own, about].map((id) => [id, stateOf()]))
    expect(await asking(false)).toMatchObject([{ cases: [] }])
    expect(await asking(true)).toEqual([])
  })

  test('R-08 G-05 of a strict case, and of one about who asks, another desk learns nothing: by no question and no proposal', async () => {
    const [person, other] = [randomUUID(), randomUUID()]
    const world = new CaseWorld()
    world.do('register', registration({ receivedAt: world.now }), 'rana')
    const known = world.state as Case
    const states = new Map<string, Case>(
      ['confidential', 'strict', 'confidential'].map((confidentiality) => [
        randomUUID(),
        { ...known, office: 'office-b', confidentiality } as Case,
      ]),
    )
    const [open = '', strict = '', about = ''] = states.keys()
    await appendTestEvents(server.server, central, [
      recorded(person, '9000000025'),
      recorded(other, '9000000025'),
      complainant(open, person),
      complainant(strict, person),
      complainant(about, person),
    ])
    const asking = (aboutWhom: string) => ({
      device: 'machine',
      user: 'rana',
      unit: 'central',
      document: { country: 'JO', kind: 'national_id', number: '9000000025' } as const,
      readCase: (id: string) => Promise.resolve(states.get(id) ?? null),
      // Told apart by what they are called, since nothing else of a case is told.
      officeName: (office: string) => ({ ar: office, en: office }),
      isHeld: () => false,
      isAbout: (state: Case) => state === states.get(aboutWhom),
    })
    const { people } = server.server
    expect([(await findCases(people, asking(''))).length, (await findCases(people, asking(about))).length]).toEqual([
      2, 1,
    ])
    const pairs = (await proposedLinks(people, asking(''))).filter(({ first }) => first === person || first === other)
    expect(pairs.map(({ cases }) => cases.length)).toEqual([2])
  })

  test('L-16 the index holds no number and no name', async () => {
    const rows = await server.server.db.select().from(peopleMarks)
    expect(JSON.stringify(rows)).not.toMatch(/987123|ليلى/)
    const document = { country: 'JO', kind: 'national_id', number: '9871234567' } as const
    expect(markOf(new Uint8Array(32), document)).not.toBe(markOf(new Uint8Array(32).fill(1), document))
  })

  test('SYNC-FEED-7 a forgotten person, and a case that was withdrawn, leave the index', async () => {
    const [person, strict] = [randomUUID(), randomUUID()]
    await appendTestEvents(server.server, central, [recorded(person, '9000000001'), complainant(strict, person)])
    await indexPeople(server.server.people)
    await appendTestMark(server.server, central, { kind: 'withdrawn', stream: `case:${strict}` })
    await appendTestMark(server.server, central, { kind: 'forgotten', stream: `person:${person}` })
    await indexPeople(server.server.people)
    expect(await marksOf()).not.toContain(person)
    expect((await server.server.db.select().from(peopleCases)).map((row) => row.case)).not.toContain(strict)
  })

  test('L-16 several readers at once read each page once', async () => {
    const person = randomUUID()
    const cases = Array.from({ length: 1200 }, () => complainant(randomUUID(), person))
    await appendTestEvents(server.server, central, [recorded(person, '9000000002'), ...cases])
    await Promise.all([1, 2, 3].map(() => indexPeople(server.server.people)))
    const rows = await server.server.db.select().from(peopleCases)
    expect(rows.filter((row) => row.person === person)).toHaveLength(1200)
  })
})
