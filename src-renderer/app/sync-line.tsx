import type { LinkView, SyncStatus } from '#shared/contract/desktop/sync.ts'
import { syncMessages as words } from '#shared/i18n/sync.ts'
import { assertNever } from '#shared/lib/assert.ts'
import { paths } from '#renderer/parts/paths.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import css from './frame.module.css'

/** Last contact, what waits and what a person must decide; one click to the reasons (UI rule 7). */
export function SyncLine({ status }: { readonly status: SyncStatus }) {
  const { t, say, number, shortDateTime } = useSpeech()
  const { link, counts, toDecide } = status
  if (link.kind === 'stand_alone') return null
  const { tone, word, icon } = looksOf(link)
  const waiting = counts.pending + counts.sent
  const parts = [
    ...(link.lastContact === null ? [] : [shortDateTime(link.lastContact)]),
    ...(waiting === 0 ? [] : [t(words.lineWaiting, { waiting: number(waiting) })]),
    ...(toDecide === 0 ? [] : [t(words.lineToDecide, { toDecide: number(toDecide) })]),
  ]
  const why = link.kind === 'online' ? t(words.openPage) : say(link.reason)
  return (
    <a className={css['state']} data-tone={tone} href={paths.settings('sync')} title={why}>
      <Icon name={icon} size={15} />
      <span>{t(word)}</span>
      {parts.map((part) => (
        <bdi key={part}>{part}</bdi>
      ))}
      <span className="visually-hidden">{why}</span>
    </a>
  )
}

function looksOf(link: Exclude<LinkView, { readonly kind: 'stand_alone' }>) {
  switch (link.kind) {
    case 'online':
      return link.working
        ? ({ tone: 'info', word: words.working, icon: 'refresh' } as const)
        : ({ tone: 'good', word: words.online, icon: 'check-circle' } as const)
    case 'offline':
      return { tone: 'warn', word: words.offline, icon: 'alert' } as const
    case 'stopped':
      return { tone: 'bad', word: words.stopped, icon: 'alert' } as const
    default:
      return assertNever(link)
  }
}
