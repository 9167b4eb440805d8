import { timelineMessages as messages } from '#shared/i18n/case-timeline.ts'
import { core } from '#renderer/client/core.ts'
import { useCoreAction } from '#renderer/client/use-core.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { TakeOut } from '#renderer/parts/take-out.tsx'

/** Takes the whole history out (G-06). */
export function HistoryExport({ caseId }: { readonly caseId: string }) {
  const { t, language } = useSpeech()
  const { busy, refusal, run } = useCoreAction(core.cases.exportHistory)
  return (
    <TakeOut
      quiet
      of={caseId}
      label={t(messages.export)}
      busy={busy}
      refusal={refusal}
      take={() => run({ case: caseId, language })}
    />
  )
}
