import { syncMessages as words } from '#shared/i18n/sync.ts'
import { assertNever } from '#shared/lib/assert.ts'
import type { LinkView } from '#renderer/client/answers.ts'
import { Badge } from '#renderer/ui/badge.tsx'
import { useSpeech } from './speech.tsx'

type Joined = Exclude<LinkView, { readonly kind: 'stand_alone' }>

/** In: a link to a server. Out: how it looks and what it is called, everywhere alike. */
export function linkLooks(link: Joined) {
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

export function LinkBadge({ link }: { readonly link: Joined }) {
  const { t } = useSpeech()
  const { tone, word, icon } = linkLooks(link)
  return (
    <Badge tone={tone} icon={icon}>
      {t(word)}
    </Badge>
  )
}
