import { useEffect } from 'react'
import type { SyncStatus } from '#shared/contract/desktop/sync.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { syncMessages as words } from '#shared/i18n/sync.ts'
import { core } from '#renderer/client/core.ts'
import { contactOf } from '#renderer/parts/contact-of.ts'
import { linkLooks } from '#renderer/parts/link-badge.tsx'
import { paths } from '#renderer/parts/paths.ts'
import { localMomentOf } from '#renderer/parts/local-moment.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { useNow } from '#renderer/parts/use-now.ts'
import { waitingToSend } from '#renderer/parts/waiting-to-send.ts'
import { Icon } from '#renderer/ui/icon.tsx'
import css from './frame.module.css'

/** Last contact, what waits and what a person must decide; one click to the reasons (UI rule 7). */
export function SyncLine({ status }: { readonly status: SyncStatus }) {
  const { t, say, number } = useSpeech()
  const shown = useShortMoment()
  const now = useNow()
  useLooking(status.link.kind === 'offline')
  const { link, toDecide } = status
  if (link.kind === 'stand_alone') return null
  const { tone, word, icon } = linkLooks(link)
  const contact = contactOf(link, now)
  const waiting = waitingToSend(status)
  const parts = [
    ...(contact === null ? [] : [shown(contact)]),
    ...(waiting === 0 ? [] : [t(words.lineWaiting, { waiting: number(waiting) })]),
    ...(toDecide === 0 ? [] : [t(words.lineToDecide, { toDecide: number(toDecide) })]),
  ]
  const why = link.kind === 'online' ? t(words.openPage) : say(link.reason)
  return (
    <a
      className={css['state']}
      data-tone={toDecide > 0 && tone === 'good' ? 'warn' : tone}
      href={paths.settings('sync')}
      title={why}
    >
      <Icon name={icon} size={15} />
      <span>{t(word)}</span>
      {parts.map((part) => (
        <bdi key={part}>{part}</bdi>
      ))}
      <span className="visually-hidden">{why}</span>
    </a>
  )
}

/** Whoever works at a machine without contact waits for it: it is to try soon (SYNC-LINK-3). */
function useLooking(isOffline: boolean): void {
  useEffect(() => {
    if (!isOffline) return
    let told = Number.NEGATIVE_INFINITY
    const look = () => {
      if (performance.now() - told < betweenLooksMs) return
      told = performance.now()
      // Without the core there is nothing to hurry.
      core.sync.looked({}).catch(() => {})
    }
    for (const sign of signs) window.addEventListener(sign, look)
    return () => {
      for (const sign of signs) window.removeEventListener(sign, look)
    }
  }, [isOffline])
}

const betweenLooksMs = 3000

const signs = ['focus', 'pointerdown', 'keydown'] as const

/** Of today the hour is enough. */
function useShortMoment(): (at: Instant) => string {
  const { settings, time, shortDateTime } = useSpeech()
  const today = localMomentOf(useNow(), settings.zone).day
  return (at) => (localMomentOf(at, settings.zone).day === today ? time(at) : shortDateTime(at))
}
