import type { UserSet } from '#shared/domain/access/events.ts'

interface Staff {
  readonly triage: readonly UserSet[]
  readonly confidential: readonly UserSet[]
}

/**
 * Who is proposed for a strictly confidential case: those of the desk's own unit who triage and see confidential
 * cases anyway; without any, all of it who triage. Nobody of another unit, who has not to know of it at all.
 */
export function proposedNames({ triage, confidential }: Staff, unit: string): readonly string[] {
  const trusted = new Set(confidential.map(({ id }) => id))
  const own = triage.filter((user) => user.unit === unit)
  const heads = own.filter(({ id }) => trusted.has(id))
  return (heads.length === 0 ? own : heads).map(({ id }) => id)
}
