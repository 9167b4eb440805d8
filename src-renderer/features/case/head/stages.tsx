import type { Stage } from '#shared/domain/case/codes.ts'
import { stages } from '#shared/domain/case/codes.ts'
import type { CaseView } from '#shared/contract/desktop/views.ts'
import { caseMessages as messages } from '#shared/i18n/case.ts'
import { stageLabels } from '#shared/i18n/codes.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { StageBar } from '#renderer/ui/stage-bar.tsx'
import { shownStage } from './shown-stage.ts'

const ended: ReadonlySet<string> = new Set(['closed', 'rejected', 'filed', 'withdrawn'])

function stageState(place: number, present: number): 'done' | 'current' | 'todo' {
  if (place < present) return 'done'
  return place === present ? 'current' : 'todo'
}

/** The five stages (L-01); a case that is ended has done them all, but for those that it left out. */
export function CaseStages({ line, state }: Pick<CaseView, 'line' | 'state'>) {
  const { t, label } = useSpeech()
  const present = stages.indexOf(shownStage(line))
  const isOver = ended.has(line.status)
  const isClassified = state.cycles.some(({ classification }) => classification !== null)
  const isLeftOut = (stage: Stage, place: number): boolean => {
    if (isClassified || place >= present) return false
    return stage === 'classification' || (stage === 'processing' && !state.stages.some((was) => was.stage === stage))
  }
  const items = stages.map((stage, place) => ({
    key: stage,
    label: label(stageLabels, stage),
    state: isLeftOut(stage, place) ? ('todo' as const) : stageState(place, isOver ? stages.length : present),
  }))
  return <StageBar label={t(messages.stages)} stages={items} />
}
