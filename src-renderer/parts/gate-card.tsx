import type { ReactNode } from 'react'
import { useEffect } from 'react'
import { signInMessages as messages } from '#shared/i18n/sign-in.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { useSpeech } from './speech.tsx'
import css from './gate-card.module.css'

export interface GateCardProps {
  readonly title: string
  readonly text?: string
  /** Name of the office, once there is one. */
  readonly office?: string | undefined
  readonly practice?: boolean
  readonly wide?: boolean
  readonly children: ReactNode
}

/** What stands before the frame: set-up, unlocking, signing in. One card, the language within reach. */
export function GateCard({ title, text, office, practice = false, wide = false, children }: GateCardProps) {
  const { t, preferences, setPreferences } = useSpeech()
  useEffect(() => {
    document.title = `${title} – ${t(messages.appName)}`
  }, [title, t])
  return (
    <div className={css['gate']}>
      <header className={css['brand']}>
        <img className={css['mark']} src="./favicon.svg" alt="" />
        <span className={css['names']}>
          <span className={css['app']}>{t(messages.appName)}</span>
          <span className={css['office']}>
            <bdi>{office ?? t(messages.appPurpose)}</bdi>
          </span>
        </span>
        <Button
          kind="quiet"
          icon="globe"
          onClick={() => setPreferences({ language: preferences.language === 'ar' ? 'en' : 'ar' })}
        >
          <span lang={preferences.language === 'ar' ? 'en' : 'ar'}>{t(messages.language)}</span>
        </Button>
      </header>
      <main className={css['card']} data-wide={wide || undefined}>
        {practice && <Notice tone="warn">{t(messages.practice)}</Notice>}
        <h1 className={css['title']}>{title}</h1>
        {text !== undefined && <p className={css['text']}>{text}</p>}
        {children}
      </main>
    </div>
  )
}
