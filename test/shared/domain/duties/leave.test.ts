import { describe, expect, test } from 'vitest'
import { UserSet } from '#shared/domain/access/events.ts'
import { isAway } from '#shared/domain/access/leave.ts'
import { classified, referTo } from '#test/support/case-steps.ts'
import { departmentA } from '#test/support/case-world.ts'
import { posts, runDuties, user } from '#test/support/duty-world.ts'

/* Referred on Monday 5 January 2026, due on Wednesday 7 January at 15:00: the second rung tells `amal`, the third `adel`. */

interface Absent {
  readonly from?: string
  readonly until?: string
  readonly deputy?: string | null
}

const away = (id: string, { from = '2026-01-04', until = '2026-01-08', deputy = null }: Absent = {}) => {
  const found = posts.find((post) => post.id === id)
  return UserSet.parse({ ...found, leave: { from, until, deputy } })
}

const others = (...ids: readonly string[]) => posts.filter(({ id }) => !ids.includes(id))

function second(users: readonly UserSet[]): unknown {
  const world = classified()
  referTo(world)
  const written = runDuties(world.at('2026-01-07 15:00'), { users })
  return written.flatMap(({ type, facts }) => (type === 'escalated' ? [facts.users] : []))[0]
}

describe('E-02 E-03 who is away is told by others', () => {
  test('E-02 F-12 the deputy is told in his place, and only on the days of the leave', () => {
    const deputy = user('dima', departmentA, ['liaison'])
    const withDeputy = (absent: Absent) => [...others('amal'), away('amal', { deputy: 'dima', ...absent }), deputy]
    expect(second(withDeputy({}))).toEqual(['dima'])
    expect(second(withDeputy({ until: '2026-01-07' }))).toEqual(['dima'])
    expect(second(withDeputy({ until: '2026-01-06' }))).toEqual(['amal'])
    expect(second(withDeputy({ from: '2026-01-07' }))).toEqual(['dima'])
    expect(second(withDeputy({ from: '2026-01-08' }))).toEqual(['amal'])
  })

  test('B-10 SYNC-DUTY-3 without a deputy who is there, the next above is told', () => {
    expect(second([...others('amal'), away('amal')])).toEqual(['adel'])
    const gone = { ...user('dima', departmentA, ['liaison']), active: false }
    expect(second([...others('amal'), away('amal', { deputy: 'dima' }), gone])).toEqual(['adel'])
    const bothAway = [...others('amal', 'ali'), away('amal', { deputy: 'ali' }), away('ali')]
    expect(second(bothAway)).toEqual(['adel'])
  })

  test('E-02 who is here is told beside the deputy of who is not, each once', () => {
    const colleague = user('basma', departmentA, ['complaint_officer'])
    expect(second([...others('amal'), away('amal', { deputy: 'basma' }), colleague])).toEqual(['basma'])
    expect(second([...others('amal'), away('amal', { deputy: 'ali' }), colleague])).toEqual(['ali', 'basma'])
  })

  test('B-10 where everybody is away the holder is told all the same', () => {
    expect(second(posts.map(({ id }) => away(id)))).toEqual(['amal'])
  })

  test('N-05 a deputy of another department is not told', () => {
    expect(second([...others('amal'), away('amal', { deputy: 'badr' })])).toEqual(['adel'])
  })

  test('E-02 both ends of a leave belong to it', () => {
    const amal = away('amal', { from: '2026-01-05', until: '2026-01-06' })
    expect(['2026-01-04', '2026-01-05', '2026-01-06', '2026-01-07'].map((day) => isAway(amal, day))).toEqual([
      false,
      true,
      true,
      false,
    ])
  })
})
