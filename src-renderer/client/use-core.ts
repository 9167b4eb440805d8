import type { QueryFunction, QueryKey, UseQueryOptions } from '@tanstack/react-query'
import { keepPreviousData, useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import type { Failure } from './errors.ts'
import { failureFrom, failureOf } from './errors.ts'

/** What `api.x.y.queryOptions({ input })` gives. */
export interface CoreQuery<Data> {
  readonly queryKey: QueryKey
  readonly queryFn: QueryFunction<Data>
}

export interface QueryView<Data> {
  readonly data: Data | undefined
  readonly error: unknown
  readonly isPending: boolean
  readonly isFetching: boolean
  /** The last answer, in sight while the next is on its way. */
  readonly isPlaceholderData: boolean
  readonly refetch: () => unknown
}

export interface QuerySettings {
  readonly enabled?: boolean
  /** The last answer stays in sight while the next is on its way (searching while typing). */
  readonly keepPrevious?: boolean
  /** Asked once as long as it is in sight, whatever changes: what is on a paper stands still, and asking may be on record. */
  readonly once?: boolean
  /** Forgotten as soon as it is out of sight: large, and not asked for again (what follows the typing). */
  readonly passing?: boolean
}

/** Asks, and asks again by itself when the core says that it changed. */
export function useCoreQuery<Data>(
  query: CoreQuery<Data>,
  { enabled = true, keepPrevious = false, once = false, passing = false }: QuerySettings = {},
): QueryView<Data> {
  const { queryKey, queryFn } = query
  const still = once ? ({ staleTime: 'static', gcTime: 0 } as const) : {}
  const brief = passing ? { gcTime: 0 } : {}
  const options: UseQueryOptions<Data> = { queryKey, queryFn, enabled, ...brief, ...still }
  return useQuery(keepPrevious ? { ...options, placeholderData: keepPreviousData } : options)
}

/** Asks for all that is in sight anew, and forgets what is not. */
export function useAskAnew(): () => void {
  const cache = useQueryClient()
  return useCallback(() => {
    cache.removeQueries({ type: 'inactive' })
    void cache.invalidateQueries()
  }, [cache])
}

export interface PagedRows<Row> {
  readonly count: number
  readonly rowAt: (index: number) => Row | undefined
  readonly onRange: (first: number, last: number) => void
  readonly error: unknown
  /** Nothing has come yet. */
  readonly isPending: boolean
  readonly refetch: () => unknown
}

export interface PagedSource<Page, Row> {
  readonly queryFor: (page: { readonly offset: number; readonly limit: number }) => CoreQuery<Page>
  readonly total: (page: Page) => number
  readonly rows: (page: Page) => readonly Row[]
  readonly pageSize?: number
}

/** A long list by pages, of which only those in sight are fetched; feeds `DataList`. */
export function usePagedRows<Page, Row>({
  queryFor,
  total,
  rows,
  pageSize = 100,
}: PagedSource<Page, Row>): PagedRows<Row> {
  const cache = useQueryClient()
  const [range, setRange] = useState<readonly [number, number]>([0, 0])
  const lastTotal = useRef(0)
  const pages = Array.from({ length: range[1] - range[0] + 1 }, (_, index) => range[0] + index)
  const queryOf = (page: number) => queryFor({ offset: page * pageSize, limit: pageSize })
  const results = useQueries({
    queries: pages.map((page) => ({
      queryKey: queryOf(page).queryKey,
      queryFn: queryOf(page).queryFn,
      placeholderData: keepPreviousData,
    })),
  })
  const known = results.find((result) => result.data !== undefined)?.data as Page | undefined
  if (known !== undefined) lastTotal.current = total(known)
  const rowAt = (index: number): Row | undefined => {
    const page = cache.getQueryData<Page>(queryOf(Math.floor(index / pageSize)).queryKey)
    return page === undefined ? undefined : rows(page)[index % pageSize]
  }
  const onRange = useCallback(
    (first: number, last: number) => {
      const next = [Math.floor(first / pageSize), Math.floor(last / pageSize)] as const
      setRange((current) => (current[0] === next[0] && current[1] === next[1] ? current : next))
    },
    [pageSize],
  )
  return {
    count: lastTotal.current,
    rowAt,
    onRange,
    error: results.find((result) => result.error !== null)?.error ?? null,
    isPending: known === undefined && results.every((result) => result.isPending),
    refetch: () => Promise.all(results.map((result) => result.refetch())),
  }
}

export interface CoreAction<Input, Output> {
  /** The answer, or null when it was refused; then `refusal` says why. */
  readonly run: (input: Input) => Promise<Output | null>
  readonly busy: boolean
  readonly refusal: Failure | null
  readonly clear: () => void
  /** Ends what is under way; then `refusal` says so. */
  readonly stop: () => void
}

/** One act on the core from a button or a form. Nothing is thrown: a refusal is a value to be shown. */
export function useCoreAction<Input, Output>(
  call: (input: Input, options: { readonly signal: AbortSignal }) => Promise<Output>,
  done?: (output: Output) => void,
): CoreAction<Input, Output> {
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Failure | null>(null)
  const abort = useRef<AbortController | null>(null)
  const run = async (input: Input): Promise<Output | null> => {
    const begun = new AbortController()
    abort.current = begun
    setBusy(true)
    setRefusal(null)
    try {
      const output = await call(input, { signal: begun.signal })
      done?.(output)
      return output
    } catch (error) {
      setRefusal(begun.signal.aborted ? failureFrom('cancelled') : failureOf(error))
      return null
    } finally {
      setBusy(false)
    }
  }
  return { run, busy, refusal, clear: () => setRefusal(null), stop: () => abort.current?.abort() }
}
