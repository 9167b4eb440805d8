import type { KeyboardEvent } from 'react'

export interface ListKeysOptions {
  readonly active: number
  readonly count: number
  /** Rows in sight, the step of PageUp and PageDown. */
  readonly page: number
  readonly move: (index: number) => void
  readonly open: (index: number) => void
  readonly toggle: (index: number) => void
  readonly clear: () => void
}

/** The keys of a long list: arrows, PageUp/Down, Home/End, Enter, Space, Escape; Shift with an arrow selects on the way. */
export function listKeys({ active, count, page, move, open, toggle, clear }: ListKeysOptions) {
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + page,
    PageUp: active - page,
    Home: 0,
    End: count - 1,
  }
  return (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || count === 0) return
    const target = targets[event.code]
    if (target !== undefined) {
      event.preventDefault()
      if (event.shiftKey && active >= 0) toggle(active)
      move(Math.max(0, Math.min(count - 1, target)))
      return
    }
    if (active < 0) return
    const act = { Enter: open, NumpadEnter: open, Space: toggle, Escape: clear }[event.code]
    if (act === undefined) return
    event.preventDefault()
    act(active)
  }
}
