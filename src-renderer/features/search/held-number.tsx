import type { HeldRegistration } from '#shared/contract/desktop/cases.ts'
import { searchMessages as messages } from '#shared/i18n/search.ts'
import { standingReasons } from '#shared/i18n/standing-reasons.ts'
import { syncMessages } from '#shared/i18n/sync.ts'
import { paths } from '#renderer/parts/paths.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'

/** The number stands on somebody’s receipt, and its case in no list: says why, and where it is decided (S2). */
export function HeldNumber({ held: { reference, actor, at, reason, isHere } }: { readonly held: HeldRegistration }) {
  const { t, say, shortDateTime } = useSpeech()
  const own = reason === null ? t(standingReasons.held) : say(reason)
  const why = isHere ? own : t(messages.heldOfOther)
  return (
    <Notice
      tone="warn"
      live
      title={t(messages.heldTitle, { number: reference })}
      actions={
        isHere && (
          <Button size="xs" href={paths.settings('sync')}>
            {t(syncMessages.openPage)}
          </Button>
        )
      }
    >
      {t(messages.heldText, { who: say(actor.name), when: shortDateTime(at), why })}
    </Notice>
  )
}
