import { useMemo } from 'react'
import type { CaseView } from '#shared/contract/desktop/views.ts'
import type { Label } from '#shared/domain/access/events.ts'
import type { Names } from '#shared/wording/names.ts'
import { api } from '#renderer/client/core.ts'
import { useCoreQuery } from '#renderer/client/use-core.ts'
import { entryWords } from '#renderer/parts/entry-words.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'

export function useNames(view: CaseView): Names {
  const { say } = useSpeech()
  const lists = useCoreQuery(api.admin.lists.queryOptions({ input: {} })).data
  const units = useCoreQuery(api.admin.units.queryOptions({ input: {} })).data
  return useMemo(() => {
    const users = new Map<string, Label>(
      [...view.timeline.map(({ actor }) => actor), ...view.users].map(({ id, name }) => [id, name]),
    )
    const known = new Map<string, Label>(
      [...(units ?? []), ...view.units, ...view.referrals.map(({ department }) => department)].map(({ id, name }) => [
        id,
        name,
      ]),
    )
    const departments = new Map(view.referrals.map(({ id, department }) => [id, department.name]))
    const entryName = entryWords(lists)
    const inWords = (found: Label | undefined, code: string): string => (found === undefined ? code : say(found))
    return {
      user: (id) => inWords(users.get(id), id),
      unit: (id) => inWords(known.get(id), id),
      referral: (id) => inWords(departments.get(id), id),
      list: (list, code) => say(entryName(list, code)),
    }
  }, [view, lists, units, say])
}
