import { stages } from '#shared/domain/case/codes.ts'
import type { CaseView } from '#shared/contract/desktop/views.ts'
import { caseMessages as messages } from '#shared/i18n/case.ts'
import { stageLabels } from '#shared/i18n/codes.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { StageBar } from '#renderer/ui/stage-bar.tsx'

const ended: ReadonlySet<string> = new Set(['closed', 'rejected', 'filed', 'withdrawn'])

/** The five stages (L-01); a case that is ended has done them all. */
export function CaseStages({ line }: Pick<CaseView, 'line'>) {
  const { t, label } = useSpeech()
  const present = stages.indexOf(line.stage)
  const isOver = ended.has(line.status)
  const items = stages.map((stage, place) => ({
    key: stage,
    label: label(stageLabels, stage),
    state: isOver || place < present ? ('done' as const) : place === present ? ('current' as const) : ('todo' as const),
  }))
  return <StageBar label={t(messages.stages)} stages={items} />
}
