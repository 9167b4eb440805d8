import { insideMessages as words } from '#shared/i18n/case-inside.ts'
import { AnswerForDirectorateStep, AskDirectorateStep } from './directorate-steps.tsx'
import { DiscloseStep, EndDisclosureStep } from './disclosure-steps.tsx'
import type { StepEntry } from './step-entry.ts'
import { step } from './step-entry.ts'
import { ComplainedAboutStep, MoveToUnitStep } from './unit-steps.tsx'

/** Steps between units, and those that say who may know what. They are taken seldom and have no keys. */
export const unitSteps = {
  ask_directorate: step('departments', {
    label: words.askDirectorate,
    icon: 'building',
    key: null,
    commands: ['ask_directorate'],
    form: AskDirectorateStep,
  }),
  answer_directorate: step('departments', {
    label: words.answerDirectorate,
    icon: 'reply',
    key: null,
    commands: ['answer_for_directorate'],
    form: AnswerForDirectorateStep,
  }),
  disclose: step('departments', {
    label: words.disclose,
    icon: 'eye',
    key: null,
    commands: ['disclose'],
    form: DiscloseStep,
  }),
  end_disclosure: step('departments', {
    label: words.endDisclosure,
    icon: 'lock',
    key: null,
    commands: ['end_disclosure'],
    form: EndDisclosureStep,
  }),
  move_to_unit: step('triage', {
    label: words.move,
    icon: 'send',
    key: null,
    commands: ['move_to_unit'],
    form: MoveToUnitStep,
  }),
  complained_about: step('case', {
    label: words.about,
    icon: 'shield',
    key: null,
    commands: ['set_complained_about'],
    form: ComplainedAboutStep,
  }),
} as const satisfies Readonly<Record<string, StepEntry>>
