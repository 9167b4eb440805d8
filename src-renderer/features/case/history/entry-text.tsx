import type { TimelineEntry } from '#shared/contract/desktop/views.ts'
import { timelineMessages as messages } from '#shared/i18n/case-timeline.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Isolated } from '#renderer/ui/isolated.tsx'
import { Text } from '#renderer/ui/text.tsx'
import css from './entry-text.module.css'

/** What people wrote with an event; nothing where there was nothing, or it may not be seen. */
export function EntryText({ entry }: { readonly entry: TimelineEntry }) {
  const { t } = useSpeech()
  const said = (name: string): string => {
    const value = entry.private?.[name]
    return typeof value === 'string' ? value.trim() : ''
  }
  const text = [said('subject'), said('text'), said('analysis')].filter((part) => part !== '').join('\n')
  return (
    <>
      {text !== '' && (
        <div className={css['text']} data-internal={entry.type === 'note_added' || undefined}>
          {text.length > long && entry.type !== 'note_added' ? <LongText text={text} /> : <Text typed>{text}</Text>}
        </div>
      )}
      {entry.facts['tells'] === 'confirmed' && (
        <Text quiet size="xs">
          {t(messages.identityTold)}
        </Text>
      )}
      {said('importance') !== '' && <Text size="xs">{t(messages.importanceReason, { text: said('importance') })}</Text>}
      {said('priority') !== '' && <Text size="xs">{t(messages.priorityReason, { text: said('priority') })}</Text>}
      {said('name') !== '' && (
        <Text size="xs">
          <Isolated>{said('name')}</Isolated>
        </Text>
      )}
    </>
  )
}

const long = 260

/** Its beginning, and all of it on demand: a history is read down, not across. */
function LongText({ text }: { readonly text: string }) {
  return (
    <details className={css['long']}>
      <summary dir="auto">{`${text.slice(0, 140).replaceAll(/\s+/g, ' ')}…`}</summary>
      <Text typed>{text}</Text>
    </details>
  )
}

/** Is there anything to show below the sentence? */
export function hasText({ private: secret }: TimelineEntry): boolean {
  return ['subject', 'text', 'analysis', 'importance', 'priority', 'name'].some(
    (name) => typeof secret?.[name] === 'string' && secret[name] !== '',
  )
}
