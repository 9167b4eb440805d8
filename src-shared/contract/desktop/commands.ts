import { caseCommands } from '#shared/domain/case/commands.ts'
import type { CaseCommandKind } from '#shared/domain/case/commands.ts'
import { CaseRef, asks } from './procedure.ts'
import type { CommandDone } from './views.ts'

/*
 * Every command of the rulebook on an existing case is a procedure: its input is the command's own, with the case
 * and, where the window knows it, the last event it showed (`seen`), so that a step on a stale page is noticed.
 */
const command = <K extends Exclude<CaseCommandKind, 'register'>>(kind: K) =>
  asks(caseCommands[kind].extend({ case: CaseRef })).answers<CommandDone>()

export const triageContract = {
  accept: command('accept'),
  reject: command('reject'),
  file: command('file'),
  withdraw: command('withdraw'),
  classify: command('classify'),
  assign: command('assign'),
  retype: command('retype'),
  setConfidentiality: command('set_confidentiality'),
  verifyIdentity: command('verify_identity'),
  changeDetails: command('change_details'),
  describe: command('describe'),
  requestInfo: command('request_info'),
  receiveInfo: command('receive_info'),
  suspend: command('suspend'),
  resume: command('resume'),
  extend: command('extend'),
  link: command('link'),
  unlink: command('unlink'),
  transferExternal: command('transfer_external'),
  followUpExternal: command('follow_up_external'),
  confirmExternal: command('confirm_external'),
} as const

export const referralContract = {
  refer: command('refer'),
  acknowledge: command('acknowledge_referral'),
  returnToTeam: command('return_referral'),
  reply: command('reply_to_referral'),
  cancel: command('cancel_referral'),
  waive: command('waive_referral'),
  askClarification: command('ask_clarification'),
  answerClarification: command('answer_clarification'),
  remind: command('remind'),
  escalate: command('escalate'),
} as const

export const replyContract = {
  submitDraft: command('submit_draft'),
  returnDraft: command('return_draft'),
  approve: command('approve_draft'),
  recordSent: command('record_reply_sent'),
  resolveWithoutContact: command('resolve_without_contact'),
  sendCorrection: command('send_correction'),
} as const

export const satisfactionContract = {
  recordAttempt: command('record_attempt'),
  rate: command('rate'),
  decline: command('decline_rating'),
  declareUnreachable: command('declare_unreachable'),
} as const

export const closingContract = {
  close: command('close'),
  reopen: command('reopen'),
} as const

export const deskContract = {
  setComplainant: command('set_complainant'),
  tellNumber: command('tell_number'),
  addNote: command('add_note'),
  addFiles: command('add_files'),
  recordContact: command('record_contact'),
} as const
