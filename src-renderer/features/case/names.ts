import { useMemo } from 'react'
import type { CaseView } from '#shared/contract/desktop/views.ts'
import type { Label } from '#shared/domain/access/events.ts'
import type { ListName } from '#shared/domain/lists/events.ts'
import { api } from '#renderer/client/core.ts'
import { useCoreQuery } from '#renderer/client/use-core.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'

/** Ids and codes of a case in words; what nobody knows any more stays as its code. */
export interface Names {
  readonly user: (id: string) => string
  readonly unit: (id: string) => string
  /** The department that a referral went to. */
  readonly referral: (id: string) => string
  readonly list: (list: ListName, code: string) => string
}

export function useNames(view: CaseView): Names {
  const { say } = useSpeech()
  const lists = useCoreQuery(api.admin.lists.queryOptions({ input: {} })).data
  const units = useCoreQuery(api.admin.units.queryOptions({ input: {} })).data
  return useMemo(() => {
    const users = new Map<string, Label>(
      [...view.timeline.map(({ actor }) => actor), ...view.users].map(({ id, name }) => [id, name]),
    )
    const known = new Map<string, Label>(
      [...(units ?? []), ...view.referrals.map(({ department }) => department)].map(({ id, name }) => [id, name]),
    )
    const departments = new Map(view.referrals.map(({ id, department }) => [id, department.name]))
    const entries = new Map(
      (lists ?? []).flatMap((list) => list.entries.map((entry) => [`${list.list}:${entry.code}`, entry.labels])),
    )
    const inWords = (found: Label | undefined, code: string): string => (found === undefined ? code : say(found))
    return {
      user: (id) => inWords(users.get(id), id),
      unit: (id) => inWords(known.get(id), id),
      referral: (id) => inWords(departments.get(id), id),
      list: (list, code) => inWords(entries.get(`${list}:${code}`), code),
    }
  }, [view, lists, units, say])
}
