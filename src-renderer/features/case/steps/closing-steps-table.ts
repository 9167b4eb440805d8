import { clockMessages } from '#shared/i18n/case-steps-clock.ts'
import { closingMessages } from '#shared/i18n/case-steps-closing.ts'
import { detailsMessages } from '#shared/i18n/case-steps-details.ts'
import { triageMessages } from '#shared/i18n/case-steps-triage.ts'
import { ExtendStep, ReceiveInfoStep, RequestInfoStep, ResumeStep, SuspendStep } from './clock-steps.tsx'
import { CloseStep, ReopenStep } from './closing-steps.tsx'
import { ComplainantStep } from './complainant-step.tsx'
import { ConfidentialityStep, ContactStep, TellNumberStep, VerifyStep, WithdrawStep } from './desk-steps.tsx'
import { DescribeStep, DetailsStep, RetypeStep } from './details-steps.tsx'
import { FilesStep } from './files-step.tsx'
import { LinkStep, UnlinkStep } from './link-steps.tsx'
import { CorrectRatingStep } from './rate-form.tsx'
import { MeasureStep } from './measure-step.tsx'
import { FileForm } from './end-forms.tsx'
import type { StepEntry } from './step-entry.ts'
import { step } from './step-entry.ts'

/** Steps after the answer, and those beside the work. */
export const closingSteps = {
  measure: step('closing', {
    label: closingMessages.measure,
    icon: 'phone',
    key: 'KeyM',
    commands: ['rate', 'decline_rating', 'declare_unreachable'],
    form: MeasureStep,
  }),
  attempt: step('closing', {
    label: closingMessages.attemptTitle,
    icon: 'phone',
    key: 'KeyL',
    commands: ['record_attempt'],
    form: MeasureStep,
  }),
  correct_rating: step('closing', {
    label: closingMessages.correctRating,
    icon: 'star',
    key: 'KeyV',
    commands: ['rate'],
    form: CorrectRatingStep,
  }),
  close: step('closing', {
    label: closingMessages.close,
    icon: 'check-circle',
    key: 'KeyX',
    commands: ['close'],
    form: CloseStep,
  }),
  reopen: step('closing', {
    label: closingMessages.reopen,
    icon: 'refresh',
    key: 'KeyU',
    commands: ['reopen'],
    form: ReopenStep,
  }),
  request_info: step('clock', {
    label: clockMessages.requestInfo,
    icon: 'pause',
    key: 'KeyI',
    commands: ['request_info'],
    form: RequestInfoStep,
  }),
  receive_info: step('clock', {
    label: clockMessages.receiveInfo,
    icon: 'inbox',
    key: 'KeyJ',
    commands: ['receive_info'],
    form: ReceiveInfoStep,
  }),
  extend: step('clock', {
    label: clockMessages.extend,
    icon: 'calendar',
    key: 'KeyE',
    commands: ['extend'],
    form: ExtendStep,
  }),
  suspend: step('clock', {
    label: clockMessages.suspend,
    icon: 'pause',
    key: 'KeyZ',
    commands: ['suspend'],
    form: SuspendStep,
  }),
  resume: step('clock', {
    label: clockMessages.resume,
    icon: 'clock',
    key: 'KeyG',
    commands: ['resume'],
    form: ResumeStep,
  }),
  verify: step('complainant', {
    label: detailsMessages.verify,
    icon: 'shield',
    key: 'KeyW',
    commands: ['verify_identity'],
    form: VerifyStep,
  }),
  complainant: step('complainant', {
    label: detailsMessages.complainant,
    icon: 'user',
    key: 'KeyH',
    commands: ['set_complainant'],
    form: ComplainantStep,
  }),
  contact: step('complainant', {
    label: detailsMessages.contact,
    icon: 'phone',
    key: 'Comma',
    commands: ['record_contact'],
    form: ContactStep,
  }),
  tell_number: step('complainant', {
    label: detailsMessages.tellNumber,
    icon: 'copy',
    key: 'Period',
    commands: ['tell_number'],
    form: TellNumberStep,
  }),
  withdraw: step('complainant', {
    label: detailsMessages.withdraw,
    icon: 'arrow-back',
    key: 'Minus',
    commands: ['withdraw'],
    form: WithdrawStep,
  }),
  files: step('case', {
    label: detailsMessages.files,
    icon: 'clip',
    key: 'KeyN',
    commands: ['add_files'],
    form: FilesStep,
  }),
  details: step('case', {
    label: detailsMessages.details,
    icon: 'edit',
    key: 'Digit0',
    commands: ['change_details'],
    form: DetailsStep,
  }),
  describe: step('case', {
    label: detailsMessages.describe,
    icon: 'edit',
    key: null,
    commands: ['describe'],
    form: DescribeStep,
  }),
  retype: step('case', {
    label: detailsMessages.retype,
    icon: 'refresh',
    key: null,
    commands: ['retype'],
    form: RetypeStep,
  }),
  confidentiality: step('case', {
    label: detailsMessages.confidentiality,
    icon: 'lock',
    key: null,
    commands: ['set_confidentiality'],
    form: ConfidentialityStep,
  }),
  link: step('case', { label: detailsMessages.link, icon: 'link', key: null, commands: ['link'], form: LinkStep }),
  unlink: step('case', {
    label: detailsMessages.unlink,
    icon: 'link',
    key: null,
    commands: ['unlink'],
    form: UnlinkStep,
  }),
  file: step('case', {
    label: triageMessages.remitFile,
    icon: 'archive',
    key: null,
    commands: ['file'],
    form: FileForm,
  }),
} as const satisfies Readonly<Record<string, StepEntry>>
