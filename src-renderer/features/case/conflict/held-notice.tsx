import type { CaseView } from '#shared/contract/desktop/views.ts'
import { conflictMessages as words } from '#shared/i18n/conflict.ts'
import { standingReasons } from '#shared/i18n/standing-reasons.ts'
import { syncMessages } from '#shared/i18n/sync.ts'
import { api } from '#renderer/client/core.ts'
import { useCoreQuery } from '#renderer/client/use-core.ts'
import { eventWords } from '#renderer/parts/event-words.ts'
import { paths } from '#renderer/parts/paths.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'

/** What was done to this case on this machine and is held: its page does not show it, and says so (S2). */
export function HeldNotice({ view }: { readonly view: CaseView }) {
  const { t, say, shortDateTime } = useSpeech()
  const { data: items = [] } = useCoreQuery(api.sync.items.queryOptions({ input: { standing: 'held' } }))
  const own = items.filter((item) => item.case?.id === view.line.id)
  return own.map(({ commit, actor, at, events, reason }) => (
    <Notice
      key={commit}
      tone="warn"
      title={t(words.heldTitle)}
      actions={
        <Button size="xs" href={paths.settings('sync')}>
          {t(syncMessages.openPage)}
        </Button>
      }
    >
      {t(words.heldText, {
        what: [...new Set(events.map(({ type }) => t(eventWords(type))))].join(t(words.comma)),
        who: say(actor.name),
        when: shortDateTime(at),
        why: reason === null ? t(standingReasons.held) : say(reason),
      })}
    </Notice>
  ))
}
