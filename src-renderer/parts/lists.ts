import { useMemo } from 'react'
import type { UnitSet } from '#shared/domain/access/events.ts'
import type { EntrySet, ListName } from '#shared/domain/lists/events.ts'
import { api } from '#renderer/client/core.ts'
import { useCoreQuery } from '#renderer/client/use-core.ts'
import type { Option } from '#renderer/ui/options.ts'
import { entryWords } from './entry-words.ts'
import { useSession } from './session.tsx'
import { useSpeech } from './speech.tsx'
import { toldApart } from './told-apart.ts'

const none: readonly EntrySet[] = []

/** Entries of one editable list in its order, retired ones last. */
export function useListEntries(list: ListName): readonly EntrySet[] {
  const { data } = useCoreQuery(api.admin.lists.queryOptions({ input: {} }))
  return useMemo(() => {
    const entries = data?.find((view) => view.list === list)?.entries ?? none
    return entries.toSorted((a, b) => Number(b.active) - Number(a.active) || a.order - b.order)
  }, [data, list])
}

/** Entries that may still be chosen; a tree's leaves stand under the name of their root. */
export function useListOptions(list: ListName): readonly Option[] {
  const { say } = useSpeech()
  const entries = useListEntries(list)
  return useMemo(() => {
    const nameOf = new Map(entries.map((entry) => [entry.code, say(entry.labels)]))
    const parents = new Set(entries.map((entry) => entry.attributes.parent).filter((parent) => parent !== null))
    return entries
      .filter((entry) => entry.active && !parents.has(entry.code))
      .map((entry) => ({
        value: entry.code,
        label: say(entry.labels),
        group: entry.attributes.parent === null ? undefined : nameOf.get(entry.attributes.parent),
      }))
  }, [entries, say])
}

/** In: list and code. Out: what it is called in the language of the moment. */
export function useListLabel(list: ListName): (code: string) => string {
  const { say } = useSpeech()
  const { data } = useCoreQuery(api.admin.lists.queryOptions({ input: {} }))
  const nameOf = useMemo(() => entryWords(data), [data])
  return (code) => say(nameOf(list, code))
}

/** Every unit that this machine knows. */
export function useUnits(): readonly UnitSet[] {
  return useCoreQuery(api.admin.units.queryOptions({ input: {} })).data ?? noUnits
}

const noUnits: readonly UnitSet[] = []

/** The departments and directorates that cases are referred to. */
export function useDepartmentOptions(): readonly Option[] {
  const { say } = useSpeech()
  const { data } = useCoreQuery(api.admin.units.queryOptions({ input: {} }))
  return useMemo(
    () =>
      toldApart(
        (data ?? []).filter((unit) => unit.active && (unit.kind === 'department' || unit.kind === 'directorate')),
        say,
      ),
    [data, say],
  )
}

/** Whose cases the central unit has before it (N-05); nothing anywhere else. */
export function useOfficeOptions(): readonly Option[] {
  const { say } = useSpeech()
  const { unit } = useSession().session
  const units = useUnits()
  return useMemo(
    () =>
      unit.kind === 'central'
        ? toldApart(
            units.filter(({ active, kind }) => active && (kind === 'office' || kind === 'central')),
            say,
          )
        : [],
    [unit, units, say],
  )
}
