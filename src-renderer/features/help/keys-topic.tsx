import { helpMessages as words } from '#shared/i18n/help.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { KeyHint } from '#renderer/ui/key-hint.tsx'
import { Panel } from '#renderer/ui/page.tsx'
import type { Shortcut } from '#renderer/ui/use-keys.ts'
import { keysOf, useShortcuts } from '#renderer/ui/use-keys.ts'
import css from './help.module.css'

interface KeyLine {
  readonly label: string
  readonly keys: readonly string[]
}

/** Every key there is: those of the moment, and those of lists and forms. */
export function KeysTopic() {
  const { t } = useSpeech()
  const lists: readonly KeyLine[] = [
    { label: t(words.keyMove), keys: ['↑', '↓'] },
    { label: t(words.keyPage), keys: ['PageUp', 'PageDown'] },
    { label: t(words.keyEnds), keys: ['Home', 'End'] },
    { label: t(words.keyOpen), keys: ['Enter'] },
    { label: t(words.keySelect), keys: ['Space'] },
    { label: t(words.keySelectMore), keys: ['Shift', '↓'] },
    { label: t(words.keyClear), keys: ['Esc'] },
    { label: t(words.keyMoveEntry), keys: ['Alt', '↓'] },
  ]
  const forms: readonly KeyLine[] = [
    { label: t(words.keyNext), keys: ['Tab', 'Shift+Tab'] },
    { label: t(words.keyTake), keys: ['Enter'] },
    { label: t(words.keyClose), keys: ['Esc'] },
  ]
  return (
    <div className={css['keys']}>
      {[...shortcutGroups(useShortcuts(), t(words.keysGeneral))].map(([title, lines]) => (
        <KeyList key={title} title={title} lines={lines} />
      ))}
      <KeyList title={t(words.keysLists)} lines={lists} />
      <KeyList title={t(words.keysForms)} lines={forms} />
    </div>
  )
}

function KeyList({ title, lines }: { readonly title: string; readonly lines: readonly KeyLine[] }) {
  return (
    <Panel title={title}>
      <dl className={css['key-lines']}>
        {lines.map((line) => (
          <div key={line.label} className={css['key-line']}>
            <dt>{line.label}</dt>
            <dd>
              <KeyHint keys={line.keys} />
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}

function shortcutGroups(shortcuts: readonly Shortcut[], fallback: string): ReadonlyMap<string, readonly KeyLine[]> {
  const groups = new Map<string, KeyLine[]>()
  for (const shortcut of shortcuts) {
    const title = shortcut.group ?? fallback
    groups.set(title, [...(groups.get(title) ?? []), { label: shortcut.label, keys: keysOf(shortcut) }])
  }
  return groups
}
