import type { CaseRecord } from './facts.ts'

/**
 * In: facts, departments (none: all of the office). Out: what concerns them: cases with a cycle in which one of them was
 * asked, of those cases these cycles only, and the referrals to these departments. K-06.
 */
export function ofDepartments(records: readonly CaseRecord[], departments: readonly string[]): readonly CaseRecord[] {
  if (departments.length === 0) return records
  const chosen = new Set(departments)
  return records.flatMap((record) => {
    const cycles = record.cycles.filter((cycle) => cycle.departments.some((department) => chosen.has(department)))
    const referrals = record.referrals.filter(({ department }) => chosen.has(department))
    return cycles.length === 0 ? [] : [{ ...record, cycles, referrals }]
  })
}
