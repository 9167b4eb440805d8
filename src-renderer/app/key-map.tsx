import { useSpeech } from '#renderer/parts/speech.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { KeyHint } from '#renderer/ui/key-hint.tsx'
import { Text } from '#renderer/ui/text.tsx'
import type { Shortcut } from '#renderer/ui/use-keys.ts'
import { keysOf, useShortcuts } from '#renderer/ui/use-keys.ts'
import { frameMessages as words } from '#shared/i18n/frame.ts'
import css from './key-map.module.css'

interface Line {
  readonly id: string
  readonly label: string
  readonly keys: readonly string[]
}

/** Every key that works at this moment. */
export function KeyMap({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const { t } = useSpeech()
  const groups = byGroup(useShortcuts(), t(words.keysGeneral))
  groups.set(t(words.keysLists), [
    { id: 'move', label: t(words.keyMove), keys: ['↑', '↓'] },
    { id: 'ends', label: t(words.keyEnds), keys: ['Home', 'End'] },
    { id: 'open', label: t(words.keyOpen), keys: ['Enter'] },
    { id: 'select', label: t(words.keySelect), keys: ['Space'] },
  ])
  return (
    <Dialog opened={opened} onClose={onClose} title={t(words.keyMap)} size="lg">
      <Text quiet>{t(words.keyMapNote)}</Text>
      <div className={css['groups']}>
        {[...groups].map(([group, lines]) => (
          <section key={group} aria-label={group}>
            <h3 className={css['title']}>{group}</h3>
            <dl className={css['lines']}>
              {lines.map((line) => (
                <div key={line.id} className={css['line']}>
                  <dt>{line.label}</dt>
                  <dd>
                    <KeyHint keys={line.keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}

function byGroup(shortcuts: readonly Shortcut[], fallback: string): Map<string, Line[]> {
  const groups = new Map<string, Line[]>()
  for (const shortcut of shortcuts) {
    const group = shortcut.group ?? fallback
    groups.set(group, [
      ...(groups.get(group) ?? []),
      { id: shortcut.id, label: shortcut.label, keys: keysOf(shortcut) },
    ])
  }
  return groups
}
