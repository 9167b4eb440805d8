import { useMemo } from 'react'
import type { CaseView } from '#shared/contract/desktop/views.ts'
import type { Names } from '#shared/wording/names.ts'
import { api } from '#renderer/client/core.ts'
import { useCoreQuery } from '#renderer/client/use-core.ts'
import { entryWords } from '#renderer/parts/entry-words.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { namesOfView } from './names-of-view.ts'

export function useNames(view: CaseView): Names {
  const { say } = useSpeech()
  const lists = useCoreQuery(api.admin.lists.queryOptions({ input: {} })).data
  const units = useCoreQuery(api.admin.units.queryOptions({ input: {} })).data
  return useMemo(() => {
    const entryName = entryWords(lists)
    return { ...namesOfView(view, units ?? [], say), list: (list, code) => say(entryName(list, code)) }
  }, [view, lists, units, say])
}
