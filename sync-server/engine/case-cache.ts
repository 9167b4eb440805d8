import type { CaseState } from '#shared/domain/case/state.ts'

/** Folded cases by stream, each with the length of the stream it was folded to: another length is another state. */
export interface CaseCache {
  find(stream: string, length: number): CaseState | null
  keep(stream: string, length: number, state: CaseState): void
}

const mostKept = 8000

export function createCaseCache(): CaseCache {
  const kept = new Map<string, { readonly length: number; readonly state: CaseState }>()
  return {
    find(stream, length) {
      const found = kept.get(stream)
      return found?.length === length ? found.state : null
    },
    keep(stream, length, state) {
      kept.delete(stream)
      kept.set(stream, { length, state })
      if (kept.size > mostKept) for (const oldest of kept.keys()) return void kept.delete(oldest)
    },
  }
}
