import type { TimelineEntry } from '#shared/contract/desktop/views.ts'
import { timelineMessages as messages } from '#shared/i18n/case-timeline.ts'
import { fileWith, reasonsWith, textWith } from '#shared/wording/written-with.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Isolated } from '#renderer/ui/isolated.tsx'
import { Text } from '#renderer/ui/text.tsx'
import css from './entry-text.module.css'

/** What people wrote with an event; nothing where there was nothing, or it may not be seen. */
export function EntryText({ entry }: { readonly entry: TimelineEntry }) {
  const { t, shortDate } = useSpeech()
  const text = textWith(entry.private)
  const file = fileWith(entry.private)
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
      {reasonsWith(entry.private, shortDate).map(({ message, text: reason }) => (
        <Text key={message.en} size="xs">
          {t(message, { text: reason })}
        </Text>
      ))}
      {file !== '' && (
        <Text size="xs">
          <Isolated>{file}</Isolated>
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
export const hasText = ({ private: secret }: TimelineEntry): boolean =>
  textWith(secret) !== '' || fileWith(secret) !== '' || reasonsWith(secret, String).length > 0
