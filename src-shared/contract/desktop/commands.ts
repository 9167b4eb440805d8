import type { z } from 'zod'
import { caseCommands } from '#shared/domain/case/commands.ts'
import type { CaseCommandKind } from '#shared/domain/case/commands.ts'
import { CaseRef, asks } from './procedure.ts'
import type { CommandDone } from './views.ts'

/*
 * Every command of the rulebook on an existing case is a procedure: its input is the command's own, and
 * the case. `commandProcedures` is the one table that contract and services are made from.
 */
type Kind = Exclude<CaseCommandKind, 'register'>

const answered = <I extends z.ZodType>(input: I) => asks(input).answers<CommandDone>()
const command = (kind: Kind) => answered(caseCommands[kind].extend({ case: CaseRef }))

/** Spelled out by shape: through a generic call TypeScript would offer every procedure the inputs of all of them. */
type CommandContract<K extends Kind> =
  (typeof caseCommands)[K] extends z.ZodObject<infer Shape extends z.ZodRawShape>
    ? ReturnType<typeof answered<z.ZodObject<Shape & { readonly case: typeof CaseRef }>>>
    : never
type CommandContracts<Kinds extends Readonly<Record<string, Kind>>> = {
  readonly [Name in keyof Kinds]: CommandContract<Kinds[Name]>
}

const contractsOf = <const Kinds extends Readonly<Record<string, Kind>>>(kinds: Kinds): CommandContracts<Kinds> =>
  Object.fromEntries(
    Object.entries(kinds).map(([name, kind]) => [name, command(kind)]),
  ) as unknown as CommandContracts<Kinds>

/** Feature → procedure → command. */
export const commandProcedures = {
  triage: {
    accept: 'accept',
    reject: 'reject',
    recordRejectionSent: 'record_rejection_sent',
    file: 'file',
    withdraw: 'withdraw',
    classify: 'classify',
    assign: 'assign',
    retype: 'retype',
    setConfidentiality: 'set_confidentiality',
    moveToUnit: 'move_to_unit',
    setComplainedAbout: 'set_complained_about',
    verifyIdentity: 'verify_identity',
    changeDetails: 'change_details',
    describe: 'describe',
    requestInfo: 'request_info',
    receiveInfo: 'receive_info',
    suspend: 'suspend',
    resume: 'resume',
    extend: 'extend',
    link: 'link',
    unlink: 'unlink',
    transferExternal: 'transfer_external',
    followUpExternal: 'follow_up_external',
    confirmExternal: 'confirm_external',
  },
  referral: {
    refer: 'refer',
    acknowledge: 'acknowledge_referral',
    extend: 'extend_referral',
    returnToTeam: 'return_referral',
    reply: 'reply_to_referral',
    cancel: 'cancel_referral',
    waive: 'waive_referral',
    askClarification: 'ask_clarification',
    answerClarification: 'answer_clarification',
    remind: 'remind',
    askDirectorate: 'ask_directorate',
    answerForDirectorate: 'answer_for_directorate',
    disclose: 'disclose',
    endDisclosure: 'end_disclosure',
    escalate: 'escalate',
  },
  reply: {
    submitDraft: 'submit_draft',
    returnDraft: 'return_draft',
    approve: 'approve_draft',
    recordSent: 'record_reply_sent',
    resolveWithoutContact: 'resolve_without_contact',
    sendCorrection: 'send_correction',
  },
  satisfaction: {
    recordAttempt: 'record_attempt',
    rate: 'rate',
    decline: 'decline_rating',
    declareUnreachable: 'declare_unreachable',
  },
  closing: {
    close: 'close',
    reopen: 'reopen',
  },
  desk: {
    setComplainant: 'set_complainant',
    tellNumber: 'tell_number',
    addNote: 'add_note',
    addFiles: 'add_files',
    recordContact: 'record_contact',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Kind>>>>

export const triageContract = contractsOf(commandProcedures.triage)
export const referralContract = contractsOf(commandProcedures.referral)
export const replyContract = contractsOf(commandProcedures.reply)
export const satisfactionContract = contractsOf(commandProcedures.satisfaction)
export const closingContract = contractsOf(commandProcedures.closing)
export const deskContract = contractsOf(commandProcedures.desk)
