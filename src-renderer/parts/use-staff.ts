import { useMemo } from 'react'
import type { UserSet } from '#shared/domain/access/events.ts'
import type { Right } from '#shared/domain/access/rights.ts'
import { api } from '#renderer/client/core.ts'
import { useCoreQuery } from '#renderer/client/use-core.ts'

const nobody: readonly UserSet[] = []

/** Active users who hold a right, for the choice of a person; the core judges the choice again. */
export function useStaff(right: Right): readonly UserSet[] {
  const users = useCoreQuery(api.admin.users.queryOptions({ input: {} })).data
  const groups = useCoreQuery(api.admin.groups.queryOptions({ input: {} })).data
  return useMemo(() => {
    const granting = new Set(
      (groups ?? []).filter((group) => group.active && group.rights.includes(right)).map(({ code }) => code),
    )
    return (users ?? nobody).filter((user) => user.active && user.groups.some((group) => granting.has(group)))
  }, [users, groups, right])
}
