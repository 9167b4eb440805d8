import type { ComponentType } from 'react'
import type { CaseCommandKind } from '#shared/domain/case/commands.ts'
import { stepMessages as messages } from '#shared/i18n/case-steps.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'
import type { IconName } from '#renderer/ui/icon-paths.ts'
import { ApproveStep } from './approve-step.tsx'
import { AssignStep } from './assign-step.tsx'
import { ClassifyStep } from './classify-step.tsx'
import { ExtendStep, ReceiveInfoStep, RequestInfoStep, ResumeStep, SuspendStep } from './clock-steps.tsx'
import { CloseStep, ReopenStep } from './closing-steps.tsx'
import { ComplainantStep } from './complainant-step.tsx'
import {
  ConfidentialityStep,
  ContactStep,
  DescribeStep,
  DetailsStep,
  RetypeStep,
  TellNumberStep,
  VerifyStep,
  WithdrawStep,
} from './desk-steps.tsx'
import { DraftStep } from './draft-step.tsx'
import { EscalateStep } from './escalate-step.tsx'
import { ConfirmExternalStep, FollowUpStep, TransferForm } from './external-steps.tsx'
import { FilesStep } from './files-step.tsx'
import { LinkStep, UnlinkStep } from './link-steps.tsx'
import { CorrectRatingStep } from './measure-forms.tsx'
import { MeasureStep } from './measure-step.tsx'
import { ReferStep } from './refer-step.tsx'
import {
  AcknowledgeStep,
  AnswerClarificationStep,
  AskClarificationStep,
  CancelReferralStep,
  ReferralReplyStep,
  RemindStep,
  ReturnReferralStep,
  WaiveReferralStep,
} from './referral-steps.tsx'
import { FileForm, RemitStep } from './remit-step.tsx'
import { CorrectionStep, NoContactStep, RecordSentStep, ReturnDraftStep } from './reply-steps.tsx'
import type { StepProps } from './use-step.ts'

export const stepGroups = ['triage', 'departments', 'reply', 'closing', 'clock', 'complainant', 'case'] as const
export type StepGroup = (typeof stepGroups)[number]

export interface StepEntry {
  readonly group: StepGroup
  readonly label: PlainMessage
  readonly icon: IconName
  /** Second key after A (action), by its place on the keyboard. */
  readonly key: string
  /** Offered while one of these is allowed. */
  readonly commands: readonly CaseCommandKind[]
  readonly form: ComponentType<StepProps>
}

const step = (group: StepGroup, entry: Omit<StepEntry, 'group'>): StepEntry => ({ group, ...entry })

/** Every step a person can take on a case from its page: form, place in the list, key. */
export const steps = {
  remit: step('triage', {
    label: messages.remitTitle,
    icon: 'filter',
    key: 'KeyD',
    commands: ['accept', 'reject'],
    form: RemitStep,
  }),
  classify: step('triage', {
    label: messages.classify,
    icon: 'list',
    key: 'KeyC',
    commands: ['classify'],
    form: ClassifyStep,
  }),
  assign: step('triage', { label: messages.assign, icon: 'user', key: 'KeyA', commands: ['assign'], form: AssignStep }),
  transfer: step('triage', {
    label: messages.remitTransfer,
    icon: 'globe',
    key: 'KeyT',
    commands: ['transfer_external'],
    form: TransferForm,
  }),
  follow_up: step('triage', {
    label: messages.followUp,
    icon: 'refresh',
    key: 'KeyY',
    commands: ['follow_up_external'],
    form: FollowUpStep,
  }),
  confirm: step('triage', {
    label: messages.confirmExternal,
    icon: 'check-circle',
    key: 'KeyK',
    commands: ['confirm_external'],
    form: ConfirmExternalStep,
  }),
  refer: step('departments', {
    label: messages.refer,
    icon: 'send',
    key: 'KeyF',
    commands: ['refer'],
    form: ReferStep,
  }),
  acknowledge: step('departments', {
    label: messages.acknowledge,
    icon: 'check',
    key: 'Digit1',
    commands: ['acknowledge_referral'],
    form: AcknowledgeStep,
  }),
  referral_reply: step('departments', {
    label: messages.referralReply,
    icon: 'message',
    key: 'Digit2',
    commands: ['reply_to_referral'],
    form: ReferralReplyStep,
  }),
  return_referral: step('departments', {
    label: messages.returnReferral,
    icon: 'reply',
    key: 'Digit3',
    commands: ['return_referral'],
    form: ReturnReferralStep,
  }),
  ask_clarification: step('departments', {
    label: messages.askClarification,
    icon: 'message',
    key: 'Digit4',
    commands: ['ask_clarification'],
    form: AskClarificationStep,
  }),
  answer_clarification: step('departments', {
    label: messages.answerClarification,
    icon: 'message',
    key: 'Digit5',
    commands: ['answer_clarification'],
    form: AnswerClarificationStep,
  }),
  remind: step('departments', {
    label: messages.remind,
    icon: 'bell',
    key: 'Digit6',
    commands: ['remind'],
    form: RemindStep,
  }),
  escalate: step('departments', {
    label: messages.escalate,
    icon: 'alert',
    key: 'Digit7',
    commands: ['escalate'],
    form: EscalateStep,
  }),
  cancel_referral: step('departments', {
    label: messages.cancelReferral,
    icon: 'close',
    key: 'Digit8',
    commands: ['cancel_referral'],
    form: CancelReferralStep,
  }),
  waive_referral: step('departments', {
    label: messages.waive,
    icon: 'minus',
    key: 'Digit9',
    commands: ['waive_referral'],
    form: WaiveReferralStep,
  }),
  draft: step('reply', {
    label: messages.draft,
    icon: 'reply',
    key: 'KeyR',
    commands: ['submit_draft'],
    form: DraftStep,
  }),
  approve: step('reply', {
    label: messages.approve,
    icon: 'shield',
    key: 'KeyP',
    commands: ['approve_draft'],
    form: ApproveStep,
  }),
  return_draft: step('reply', {
    label: messages.returnDraft,
    icon: 'edit',
    key: 'KeyB',
    commands: ['return_draft'],
    form: ReturnDraftStep,
  }),
  record_sent: step('reply', {
    label: messages.recordSent,
    icon: 'mail',
    key: 'KeyS',
    commands: ['record_reply_sent'],
    form: RecordSentStep,
  }),
  no_contact: step('reply', {
    label: messages.noContact,
    icon: 'archive',
    key: 'KeyQ',
    commands: ['resolve_without_contact'],
    form: NoContactStep,
  }),
  correction: step('reply', {
    label: messages.correction,
    icon: 'edit',
    key: 'KeyO',
    commands: ['send_correction'],
    form: CorrectionStep,
  }),
  measure: step('closing', {
    label: messages.measure,
    icon: 'phone',
    key: 'KeyM',
    commands: ['rate', 'decline_rating', 'declare_unreachable'],
    form: MeasureStep,
  }),
  attempt: step('closing', {
    label: messages.attemptTitle,
    icon: 'phone',
    key: 'KeyL',
    commands: ['record_attempt'],
    form: MeasureStep,
  }),
  correct_rating: step('closing', {
    label: messages.correctRating,
    icon: 'star',
    key: 'KeyV',
    commands: ['rate'],
    form: CorrectRatingStep,
  }),
  close: step('closing', {
    label: messages.close,
    icon: 'check-circle',
    key: 'KeyX',
    commands: ['close'],
    form: CloseStep,
  }),
  reopen: step('closing', {
    label: messages.reopen,
    icon: 'refresh',
    key: 'KeyU',
    commands: ['reopen'],
    form: ReopenStep,
  }),
  request_info: step('clock', {
    label: messages.requestInfo,
    icon: 'pause',
    key: 'KeyI',
    commands: ['request_info'],
    form: RequestInfoStep,
  }),
  receive_info: step('clock', {
    label: messages.receiveInfo,
    icon: 'inbox',
    key: 'KeyJ',
    commands: ['receive_info'],
    form: ReceiveInfoStep,
  }),
  extend: step('clock', {
    label: messages.extend,
    icon: 'calendar',
    key: 'KeyE',
    commands: ['extend'],
    form: ExtendStep,
  }),
  suspend: step('clock', {
    label: messages.suspend,
    icon: 'pause',
    key: 'KeyZ',
    commands: ['suspend'],
    form: SuspendStep,
  }),
  resume: step('clock', { label: messages.resume, icon: 'clock', key: 'KeyG', commands: ['resume'], form: ResumeStep }),
  verify: step('complainant', {
    label: messages.verify,
    icon: 'shield',
    key: 'KeyW',
    commands: ['verify_identity'],
    form: VerifyStep,
  }),
  complainant: step('complainant', {
    label: messages.complainant,
    icon: 'user',
    key: 'KeyH',
    commands: ['set_complainant'],
    form: ComplainantStep,
  }),
  contact: step('complainant', {
    label: messages.contact,
    icon: 'phone',
    key: 'Comma',
    commands: ['record_contact'],
    form: ContactStep,
  }),
  tell_number: step('complainant', {
    label: messages.tellNumber,
    icon: 'copy',
    key: 'Period',
    commands: ['tell_number'],
    form: TellNumberStep,
  }),
  withdraw: step('complainant', {
    label: messages.withdraw,
    icon: 'arrow-back',
    key: 'Minus',
    commands: ['withdraw'],
    form: WithdrawStep,
  }),
  files: step('case', { label: messages.files, icon: 'clip', key: 'KeyN', commands: ['add_files'], form: FilesStep }),
  details: step('case', {
    label: messages.details,
    icon: 'edit',
    key: 'Digit0',
    commands: ['change_details'],
    form: DetailsStep,
  }),
  describe: step('case', {
    label: messages.describe,
    icon: 'edit',
    key: 'Equal',
    commands: ['describe'],
    form: DescribeStep,
  }),
  retype: step('case', {
    label: messages.retype,
    icon: 'refresh',
    key: 'Semicolon',
    commands: ['retype'],
    form: RetypeStep,
  }),
  confidentiality: step('case', {
    label: messages.confidentiality,
    icon: 'lock',
    key: 'Quote',
    commands: ['set_confidentiality'],
    form: ConfidentialityStep,
  }),
  link: step('case', { label: messages.link, icon: 'link', key: 'BracketLeft', commands: ['link'], form: LinkStep }),
  unlink: step('case', {
    label: messages.unlink,
    icon: 'link',
    key: 'BracketRight',
    commands: ['unlink'],
    form: UnlinkStep,
  }),
  file: step('case', {
    label: messages.remitFile,
    icon: 'archive',
    key: 'Backslash',
    commands: ['file'],
    form: FileForm,
  }),
} as const satisfies Readonly<Record<string, StepEntry>>

export type StepName = keyof typeof steps

export const stepNames = Object.keys(steps) as readonly StepName[]
