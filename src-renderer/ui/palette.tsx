import { createSpotlight, Spotlight } from '@mantine/spotlight'
import { useEffect } from 'react'
import type { MouseEvent, ReactNode } from 'react'
import type { IconName } from './icon-paths.ts'
import { Icon } from './icon.tsx'
import { KeyHint } from './key-hint.tsx'
import css from './palette.module.css'

export interface PaletteAction {
  readonly key: string
  readonly label: string
  readonly icon: IconName
  readonly keys?: readonly string[]
  /** Shown in the place of the label. */
  readonly content?: ReactNode
  readonly detail?: ReactNode
  readonly run: () => void
  /** What Enter does in its place, while what stands here was found for less than was typed. */
  readonly byKey?: () => void
}

const isEarly = ({ byKey }: PaletteAction): boolean => byKey !== undefined

/** A press of a key is a click without a pointer. */
const chosen = ({ run, byKey }: PaletteAction, { detail }: MouseEvent): void =>
  detail === 0 && byKey !== undefined ? byKey() : run()

export interface PaletteGroup {
  readonly label: string
  readonly actions: readonly PaletteAction[]
}

export interface PaletteProps {
  readonly label: string
  readonly placeholder: string
  readonly nothing: string
  readonly query: string
  readonly onQuery: (query: string) => void
  readonly groups: readonly PaletteGroup[]
}

const [store, spotlight] = createSpotlight()

let opener: Element | null = null

export function openPalette(): void {
  if (!store.getState().opened) {
    opener = document.activeElement
    holdTyped()
  }
  spotlight.open()
}

/** What is typed before the box has the keys is kept for it. */
let early = ''
let giveUp: number | undefined

/** One key may write two letters («لا»); keys that write nothing have names. */
const isNamed = (key: string): boolean => /^[A-Z][A-Za-z0-9]+$/.test(key)

function hold(event: KeyboardEvent): void {
  if (document.body.hasAttribute('data-locked')) return void letGo()
  const { key } = event
  const isHeld = key === 'Backspace' || key === 'Enter' || !isNamed(key)
  if (!isHeld || event.ctrlKey || event.altKey || event.metaKey) return
  // An Enter finds nothing yet, and is not for what stands behind.
  if (key === 'Backspace') early = early.slice(0, -1)
  else if (key !== 'Enter') early += key
  event.preventDefault()
  event.stopPropagation()
}

function holdTyped(): void {
  early = ''
  document.addEventListener('keydown', hold, { capture: true })
  giveUp = window.setTimeout(letGo, longestHoldMs)
}

/** A box that never comes holds no keys back. */
const longestHoldMs = 2000

/** Out: what was typed meanwhile. */
function letGo(): string {
  window.clearTimeout(giveUp)
  document.removeEventListener('keydown', hold, { capture: true })
  const typed = early
  early = ''
  return typed
}

/** Back to where the keys were, unless what was chosen has taken them. */
function returnKeys(): void {
  letGo()
  if (document.activeElement === document.body && opener instanceof HTMLElement) opener.focus({ preventScroll: true })
}

/** One box that finds whatever its groups hold; arrows and Enter choose. */
export function Palette({ label, placeholder, nothing, query, onQuery, groups }: PaletteProps) {
  const shown = groups.filter((group) => group.actions.length > 0)
  useMarked(shown.flatMap(({ actions }) => actions.map(({ key }) => key)).join('\n'))
  return (
    <Spotlight.Root
      store={store}
      query={query}
      onQueryChange={onQuery}
      shortcut={null}
      scrollable
      maxHeight={420}
      overlayProps={{ backgroundOpacity: 0.4, blur: 0 }}
      transitionProps={{ duration: 0 }}
      returnFocus={false}
      onSpotlightClose={returnKeys}
      attributes={{ content: { 'aria-label': label } }}
    >
      <Spotlight.Search
        placeholder={placeholder}
        aria-label={label}
        classNames={{ input: 'follows-text' }}
        onFocus={() => {
          const typed = letGo()
          if (typed !== '') onQuery(query + typed)
        }}
        leftSection={<Icon name="search" />}
      />
      <Spotlight.ActionsList aria-busy={shown.some(({ actions }) => actions.some(isEarly))}>
        {shown.map((group) => (
          <Spotlight.ActionsGroup
            key={group.label}
            label={group.label}
            classNames={{ actionsGroup: css['group'] ?? '' }}
          >
            {group.actions.map((action) => (
              <Spotlight.Action key={action.key} onClick={(event) => chosen(action, event)}>
                <Line {...action} />
              </Spotlight.Action>
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {shown.length === 0 && <Spotlight.Empty>{nothing}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

/** Enter takes the first, also of what is found later; whoever has moved on keeps his place. */
function useMarked(shown: string): void {
  useEffect(() => {
    const { listId, selected } = store.getState()
    const actions = [...(document.getElementById(listId)?.querySelectorAll('[data-action]') ?? [])]
    const marked = actions.findIndex((action) => action.hasAttribute('data-selected'))
    const next = selected > 0 ? Math.max(marked, 0) : 0
    actions[marked]?.removeAttribute('data-selected')
    actions[next]?.setAttribute('data-selected', 'true')
    if (actions.length > 0) store.updateState((state) => ({ ...state, selected: next }))
  }, [shown])
}

function Line({ icon, label, content, detail, keys }: PaletteAction) {
  return (
    <span className={css['line']}>
      <Icon name={icon} />
      <span className={css['words']}>
        <span className={css['label']}>{content ?? label}</span>
        {detail !== undefined && <span className={css['detail']}>{detail}</span>}
      </span>
      {keys !== undefined && <KeyHint keys={keys} />}
    </span>
  )
}
