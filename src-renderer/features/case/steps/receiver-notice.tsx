import type { CaseView } from '#shared/contract/desktop/views.ts'
import { receiverMessages as words } from '#shared/i18n/receivers.ts'
import { api } from '#renderer/client/core.ts'
import { useCoreQuery } from '#renderer/client/use-core.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Notice } from '#renderer/ui/notice.tsx'

interface ReceiverNoticeProps {
  readonly view: CaseView
  readonly department: string
  readonly name: string
}

/** Before a referral is sent: that nobody there will see it on a machine, and what would help. It may still go, on paper (F-01, R-08). */
export function ReceiverNotice({ view, department, name }: ReceiverNoticeProps) {
  const { t, say } = useSpeech()
  const lacking = useCoreQuery(api.cases.lackingReceivers.queryOptions({ input: { case: view.state.id } })).data
  const found = lacking?.find(({ unit }) => unit === department)
  if (found === undefined) return null
  const names = found.answering.map((each) => `\u2068${say(each)}\u2069`).join(t(words.comma))
  return (
    <Notice live tone="warn" title={t(words.nobodySees, { name })}>
      {t(words[found.lack], { names })} {t(words.onPaper)}
    </Notice>
  )
}
