import type { ReactNode } from 'react'
import { helpMessages as words } from '#shared/i18n/help.ts'
import { paths } from '#renderer/parts/paths.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Page } from '#renderer/ui/page.tsx'
import css from './help.module.css'

export const helpTopics = ['flow', 'screens', 'keys', 'glossary'] as const
export type HelpTopic = (typeof helpTopics)[number]

/** A topic of the help with the way to the others. */
export function HelpPage({
  topic,
  subtitle,
  children,
}: {
  readonly topic: HelpTopic
  readonly subtitle: string
  readonly children: ReactNode
}) {
  const { t } = useSpeech()
  return (
    <Page title={t(words.title)} subtitle={subtitle}>
      <nav className={css['topics']} aria-label={t(words.topics)}>
        {helpTopics.map((each) => (
          <a
            key={each}
            className={css['topic']}
            href={paths.help(each)}
            aria-current={each === topic ? 'page' : undefined}
          >
            {t(words[each])}
          </a>
        ))}
      </nav>
      {children}
    </Page>
  )
}
