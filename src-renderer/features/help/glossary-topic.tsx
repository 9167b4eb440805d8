import { useState } from 'react'
import type { GlossaryPart } from '#shared/i18n/glossary-part.ts'
import { glossary } from '#shared/i18n/glossary.ts'
import { helpMessages as words } from '#shared/i18n/help.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { foldSpelling } from '#renderer/ui/fold-spelling.ts'
import { Icon } from '#renderer/ui/icon.tsx'
import { Panel } from '#renderer/ui/page.tsx'
import { EmptyState } from '#renderer/ui/states.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import css from './help.module.css'

/** The words of the domain; typing narrows them, in either language. */
export function GlossaryTopic() {
  const { t } = useSpeech()
  const [text, setText] = useState('')
  const parts = fitting(foldSpelling(text.trim()))
  return (
    <>
      <div className={css['find']}>
        <TextField
          name="glossary-search"
          label={t(words.glossarySearch)}
          value={text}
          onChange={setText}
          before={<Icon name="search" size={16} />}
        />
      </div>
      {parts.length === 0 ? (
        <EmptyState icon="search" title={t(words.glossaryNothing, { text })} text={t(words.glossaryNothingText)} />
      ) : (
        parts.map((part) => <Part key={part.title.en} part={part} />)
      )}
    </>
  )
}

function Part({ part }: { readonly part: GlossaryPart }) {
  const { t } = useSpeech()
  return (
    <Panel title={t(part.title)}>
      <dl className={css['words']}>
        {part.entries.map(({ term, meaning }) => (
          <div key={term.en} className={css['word']}>
            <dt>
              {t(term)}
              <span className={css['other']}>
                <bdi>{t({ ar: term.en, en: term.ar })}</bdi>
              </span>
            </dt>
            <dd>{t(meaning)}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}

function fitting(wanted: string): readonly GlossaryPart[] {
  const fits = (texts: readonly string[]) => texts.some((text) => foldSpelling(text).includes(wanted))
  return glossary
    .map((part) => ({
      ...part,
      entries: part.entries.filter(({ term, meaning }) => fits([term.ar, term.en, meaning.ar, meaning.en])),
    }))
    .filter((part) => part.entries.length > 0)
}
