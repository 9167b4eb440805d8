import { referralMessages } from '#shared/i18n/case-steps-referral.ts'
import { replyMessages } from '#shared/i18n/case-steps-reply.ts'
import { triageMessages } from '#shared/i18n/case-steps-triage.ts'
import { ApproveStep } from './approve-step.tsx'
import { AssignStep } from './assign-step.tsx'
import { ClassifyStep } from './classify-step.tsx'
import { DraftStep } from './draft-step.tsx'
import { EscalateStep } from './escalate-step.tsx'
import { ConfirmExternalStep, FollowUpStep, TransferForm } from './external-steps.tsx'
import { ReferStep } from './refer-step.tsx'
import { ReferralReplyStep } from './referral-reply-step.tsx'
import { AcknowledgeStep, ExtendReferralStep, ReturnReferralStep } from './referral-steps.tsx'
import {
  AnswerClarificationStep,
  AskClarificationStep,
  CancelReferralStep,
  RemindStep,
  WaiveReferralStep,
} from './referral-talk-steps.tsx'
import { RejectionSentStep } from './rejection-sent-step.tsx'
import { RemitStep } from './remit-step.tsx'
import { CorrectionStep, NoContactStep, RecordSentStep, ReturnDraftStep } from './reply-steps.tsx'
import type { StepEntry } from './step-entry.ts'
import { step } from './step-entry.ts'

/** Steps that bring a case to its answer. */
export const workSteps = {
  remit: step('triage', {
    label: triageMessages.remitTitle,
    icon: 'filter',
    key: 'KeyD',
    commands: ['accept', 'reject'],
    form: RemitStep,
  }),
  rejection_sent: step('reply', {
    label: triageMessages.rejectionSent,
    icon: 'mail',
    key: 'KeyS',
    commands: ['record_rejection_sent'],
    form: RejectionSentStep,
  }),
  classify: step('triage', {
    label: triageMessages.classify,
    icon: 'list',
    key: 'KeyC',
    commands: ['classify'],
    form: ClassifyStep,
  }),
  assign: step('triage', {
    label: triageMessages.assign,
    icon: 'user',
    key: 'KeyA',
    commands: ['assign'],
    form: AssignStep,
  }),
  transfer: step('triage', {
    label: triageMessages.remitTransfer,
    icon: 'globe',
    key: 'KeyT',
    commands: ['transfer_external'],
    form: TransferForm,
  }),
  follow_up: step('triage', {
    label: triageMessages.followUp,
    icon: 'refresh',
    key: 'KeyY',
    commands: ['follow_up_external'],
    form: FollowUpStep,
  }),
  confirm: step('triage', {
    label: triageMessages.confirmExternal,
    icon: 'check-circle',
    key: 'KeyK',
    commands: ['confirm_external'],
    form: ConfirmExternalStep,
  }),
  refer: step('departments', {
    label: referralMessages.refer,
    icon: 'send',
    key: 'KeyF',
    commands: ['refer'],
    form: ReferStep,
  }),
  acknowledge: step('departments', {
    label: referralMessages.acknowledge,
    icon: 'check',
    key: 'Digit1',
    commands: ['acknowledge_referral'],
    form: AcknowledgeStep,
  }),
  referral_reply: step('departments', {
    label: referralMessages.referralReply,
    icon: 'message',
    key: 'Digit2',
    commands: ['reply_to_referral'],
    form: ReferralReplyStep,
  }),
  extend_referral: step('departments', {
    label: referralMessages.extendReferral,
    icon: 'clock',
    key: null,
    commands: ['extend_referral'],
    form: ExtendReferralStep,
  }),
  return_referral: step('departments', {
    label: referralMessages.returnReferral,
    icon: 'reply',
    key: 'Digit3',
    commands: ['return_referral'],
    form: ReturnReferralStep,
  }),
  ask_clarification: step('departments', {
    label: referralMessages.askClarification,
    icon: 'message',
    key: 'Digit4',
    commands: ['ask_clarification'],
    form: AskClarificationStep,
  }),
  answer_clarification: step('departments', {
    label: referralMessages.answerClarification,
    icon: 'message',
    key: 'Digit5',
    commands: ['answer_clarification'],
    form: AnswerClarificationStep,
  }),
  remind: step('departments', {
    label: referralMessages.remind,
    icon: 'bell',
    key: 'Digit6',
    commands: ['remind'],
    form: RemindStep,
  }),
  escalate: step('departments', {
    label: referralMessages.escalate,
    icon: 'alert',
    key: 'Digit7',
    commands: ['escalate'],
    form: EscalateStep,
  }),
  cancel_referral: step('departments', {
    label: referralMessages.cancelReferral,
    icon: 'close',
    key: 'Digit8',
    commands: ['cancel_referral'],
    form: CancelReferralStep,
  }),
  waive_referral: step('departments', {
    label: referralMessages.waive,
    icon: 'minus',
    key: 'Digit9',
    commands: ['waive_referral'],
    form: WaiveReferralStep,
  }),
  draft: step('reply', {
    label: replyMessages.draft,
    icon: 'reply',
    key: 'KeyR',
    commands: ['submit_draft'],
    form: DraftStep,
  }),
  approve: step('reply', {
    label: replyMessages.approve,
    icon: 'shield',
    key: 'KeyP',
    commands: ['approve_draft'],
    form: ApproveStep,
  }),
  return_draft: step('reply', {
    label: replyMessages.returnDraft,
    icon: 'edit',
    key: 'KeyB',
    commands: ['return_draft'],
    form: ReturnDraftStep,
  }),
  record_sent: step('reply', {
    label: replyMessages.recordSent,
    icon: 'mail',
    key: 'KeyS',
    commands: ['record_reply_sent'],
    form: RecordSentStep,
  }),
  no_contact: step('reply', {
    label: replyMessages.noContact,
    icon: 'archive',
    key: 'KeyQ',
    commands: ['resolve_without_contact'],
    form: NoContactStep,
  }),
  draft_correction: step('reply', {
    label: replyMessages.draftCorrection,
    icon: 'edit',
    key: null,
    commands: ['submit_draft'],
    form: DraftStep,
  }),
  correction: step('reply', {
    label: replyMessages.correction,
    icon: 'edit',
    key: 'KeyO',
    commands: ['send_correction'],
    form: CorrectionStep,
  }),
} as const satisfies Readonly<Record<string, StepEntry>>
