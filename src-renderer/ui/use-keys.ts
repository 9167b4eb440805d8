/**
 * Shortcuts by physical key (`event.code`), so that they are the same keys under an Arabic layout.
 * Invariants: the shortcut registered last wins; plain keys are silent while a person types or a dialog is open;
 * a sequence (`code`, then `next`) is given up after a second and a half.
 */
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { isDialogOpen } from './take-focus.ts'

export interface Shortcut {
  /** The same id twice: the later one hides the earlier. */
  readonly id: string
  /** As `KeyK`, `Slash`, `Enter`, `F2`. */
  readonly code: string
  /** Control, or Command on a Mac. */
  readonly mod?: boolean
  readonly shift?: boolean
  readonly alt?: boolean
  /** A second key, pressed after the first. */
  readonly next?: string
  readonly label: string
  readonly group?: string
  /** Also while typing in a field; taken for granted with `mod`. */
  readonly typing?: boolean
  readonly run: () => void
}

let shortcuts: readonly Shortcut[] = []
let inForce: readonly Shortcut[] = []
let waitingFor: { readonly code: string; readonly until: number } | null = null
const listeners = new Set<() => void>()

function change(next: readonly Shortcut[]): void {
  shortcuts = next
  inForce = lastOfEach(
    lastOfEach(next, ({ id }) => id),
    (shortcut) => keysOf(shortcut).join('+'),
  )
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Registers shortcuts while the part is on screen; an inline list is fine, the latest `run` is called. */
export function useKeys(wanted: readonly Shortcut[]): void {
  const latest = useRef(wanted)
  useEffect(() => {
    latest.current = wanted
  })
  const signature = wanted
    .map((shortcut) => [shortcut.id, shortcut.label, shortcut.group, keysOf(shortcut).join('+')].join('|'))
    .join('\n')
  useEffect(() => {
    const own = latest.current.map((shortcut) => ({
      ...shortcut,
      run: () => latest.current.find((candidate) => candidate.id === shortcut.id)?.run(),
    }))
    change([...shortcuts, ...own])
    return () => change(shortcuts.filter((shortcut) => !own.includes(shortcut as (typeof own)[number])))
  }, [signature])
}

/** Every shortcut that works at this moment, for the map of keys and the palette; what a later one hides is not among them. */
export function useShortcuts(): readonly Shortcut[] {
  return useSyncExternalStore(subscribe, () => inForce)
}

function lastOfEach(list: readonly Shortcut[], nameOf: (shortcut: Shortcut) => string): readonly Shortcut[] {
  const last = new Map(list.map((shortcut) => [nameOf(shortcut), shortcut]))
  return list.filter((shortcut) => last.get(nameOf(shortcut)) === shortcut)
}

/** Hears the keys of the window; mounted once. Returns the way to stop. */
export function listenToKeys(target: Window): () => void {
  const hear = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || document.body.hasAttribute('data-locked')) return
    const found = shortcuts.findLast((shortcut) => matches(shortcut, event))
    rememberFirstKey(event)
    if (found === undefined) return
    event.preventDefault()
    waitingFor = null
    found.run()
  }
  target.addEventListener('keydown', hear)
  return () => target.removeEventListener('keydown', hear)
}

function matches(shortcut: Shortcut, event: KeyboardEvent): boolean {
  const mod = event.ctrlKey || event.metaKey
  if ((shortcut.mod ?? false) !== mod || (shortcut.alt ?? false) !== event.altKey) return false
  if ((shortcut.shift ?? false) !== event.shiftKey) return false
  if (!mod && shortcut.typing !== true && isBusyTarget(event.target)) return false
  if (shortcut.next === undefined) return shortcut.code === event.code && !isSecondKey(event)
  return shortcut.next === event.code && waitingFor?.code === shortcut.code && event.timeStamp < waitingFor.until
}

/** While a sequence waits, its second key is not a shortcut of its own. */
function isSecondKey(event: KeyboardEvent): boolean {
  if (waitingFor === null || event.timeStamp >= waitingFor.until) return false
  const first = waitingFor.code
  return shortcuts.some((shortcut) => shortcut.code === first && shortcut.next === event.code)
}

function rememberFirstKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || isBusyTarget(event.target)) return
  const begins = shortcuts.some((shortcut) => shortcut.next !== undefined && shortcut.code === event.code)
  if (begins && !isSecondKey(event)) waitingFor = { code: event.code, until: event.timeStamp + 1500 }
}

function isBusyTarget(target: EventTarget | null): boolean {
  if (isDialogOpen()) return true
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio]), textarea, select'))
  )
}

const keyNames: Readonly<Record<string, string>> = {
  Slash: '/',
  Escape: 'Esc',
  Enter: 'Enter',
  Space: 'Space',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Period: '.',
  Minus: '-',
  Comma: ',',
}

const keyName = (code: string): string => keyNames[code] ?? code.replace(/^(Key|Digit)/, '')

/** In: a shortcut. Out: its keys as they are printed on a keyboard. */
export function keysOf(shortcut: Pick<Shortcut, 'code' | 'mod' | 'shift' | 'alt' | 'next'>): string[] {
  if (shortcut.code === 'Slash' && shortcut.shift === true) return ['?']
  return [
    ...(shortcut.mod === true ? ['Ctrl'] : []),
    ...(shortcut.alt === true ? ['Alt'] : []),
    ...(shortcut.shift === true ? ['Shift'] : []),
    keyName(shortcut.code),
    ...(shortcut.next === undefined ? [] : [keyName(shortcut.next)]),
  ]
}
