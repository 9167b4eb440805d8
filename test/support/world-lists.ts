import type { Label } from '#shared/domain/access/events.ts'
import type { DecideContext } from '#shared/domain/case/context.ts'
import type { Limit } from '#shared/domain/clock/limits.ts'
import type { CaseType } from '#shared/domain/lists/case-types.ts'
import { shippedLists } from '#shared/domain/lists/shipped.ts'

/** How the lists of a small office differ from the shipped ones. */
export interface OwnLists {
  /** Types of the office, by what each behaves as. */
  readonly types: Readonly<Record<string, CaseType>>
  /** Services with a limit of their own. */
  readonly limits: Readonly<Record<string, Limit>>
  /** As `list/code`: used no more. */
  readonly retired: ReadonlySet<string>
  /** As `list/code`: called otherwise. */
  readonly renamed: ReadonlyMap<string, Label>
}

export function worldLists({ types, limits, retired, renamed }: OwnLists): DecideContext['lists'] {
  const service = (code: string) => shippedLists.services.find((entry) => entry.code === code)
  const stands = (list: keyof typeof shippedLists, code: string): boolean =>
    shippedLists[list].some((entry) => entry.code === code) || (list === 'types' && code in types)
  return {
    isActive: (list, code) => stands(list, code) && !retired.has(`${list}/${code}`),
    version: () => 'list-1',
    labelsOf: (list, code) =>
      renamed.get(`${list}/${code}`) ?? shippedLists[list].find((entry) => entry.code === code) ?? null,
    typeOf: (code) =>
      types[code] ?? shippedLists.types.find((entry) => entry.code === code)?.attributes?.behaves ?? null,
    isFcrPossible: (code) => service(code)?.attributes?.fcrPossible ?? false,
    limitOf: (code) => limits[code] ?? null,
  }
}
