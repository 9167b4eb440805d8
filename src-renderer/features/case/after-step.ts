import type { SessionView } from '#renderer/client/answers.ts'
import { isDepartment } from '#renderer/parts/session.tsx'
import type { StepName } from './steps/step-names.ts'

/** Where a taken step leaves whoever took it: a referral that its department returned is no longer there to be read (F-06). */
export const afterStep = (name: StepName | undefined, unit: Pick<SessionView['unit'], 'kind'>): 'case' | 'queue' =>
  name === 'return_referral' && isDepartment(unit) ? 'queue' : 'case'
