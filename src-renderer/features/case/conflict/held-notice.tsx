import type { CaseView, HeldView } from '#shared/contract/desktop/views.ts'
import { conflictMessages as words } from '#shared/i18n/conflict.ts'
import { standingReasons } from '#shared/i18n/standing-reasons.ts'
import { syncMessages } from '#shared/i18n/sync.ts'
import { eventWords } from '#renderer/parts/event-words.ts'
import { paths } from '#renderer/parts/paths.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'

/** What was done to this case, here or at another machine of the office, and is held: its page does not show it, and says so (S2, N-06). */
export const HeldNotice = ({ view }: { readonly view: CaseView }) =>
  view.held.map((held) => <OneHeld key={held.commit} held={held} />)

function OneHeld({ held: { actor, at, types, reason, isHere } }: { readonly held: HeldView }) {
  const { t, say, shortDateTime } = useSpeech()
  const what = types.map((type) => t(eventWords(type))).join(t(words.comma))
  const told = { what, who: say(actor.name), when: shortDateTime(at) }
  return (
    <Notice
      tone="warn"
      title={t(words.heldTitle)}
      actions={
        isHere && (
          <Button size="xs" href={paths.settings('sync')}>
            {t(syncMessages.openPage)}
          </Button>
        )
      }
    >
      {isHere
        ? t(words.heldText, { ...told, why: reason === null ? t(standingReasons.held) : say(reason) })
        : t(words.heldElsewhere, told)}
    </Notice>
  )
}
