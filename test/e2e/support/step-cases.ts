import type { StepName } from '#renderer/features/case/steps/step-names.ts'
import { must } from '#shared/lib/assert.ts'
import { importHistory } from './command-line.ts'
import type { TestOffice } from './office.ts'
import type { Told } from './told-case.ts'
import { answeredCase, referredCase, toldCase } from './told-case.ts'

const later = (event: string, fields: Told['fields'] = {}, hour = 12): Told => ({
  event,
  at: [5, `${hour}:00`],
  by: 'salem',
  fields,
})

const until = (event: string): readonly Told[] =>
  answeredCase.slice(0, answeredCase.findIndex((told) => told.event === event) + 1)

const registered = until('registered')
const accepted = until('assigned')
const rated = [...answeredCase, later('rated', { rating: 'satisfied' })]
const inFuture = (): string => new Date(Date.now() + 10 * 86_400_000).toISOString()

const correction = { draft: 'second', text: 'تُصرف مستحقاتكم الأسبوع القادم.', correction: true }

/** A case for each state that opens steps of its own. */
const stages = {
  registered,
  accepted,
  abroad: [...accepted, later('external_transferred', { body: 'other' })],
  rejected: [...registered, later('rejected')],
  info: [...accepted, later('info_requested')],
  suspended: [...accepted, later('suspended')],
  follower: [...accepted, later('linked', { lead: 'registered', kind: 'duplicate' })],
  referred: referredCase,
  received: [...referredCase, later('ref_ack', { referral: 'finance' })],
  clarify: [...referredCase, later('clarification_asked', { referral: 'finance', by: 'department' })],
  asked: referredCase,
  disclosed: [...referredCase, later('disclosed', { referral: 'finance', until: inFuture() })],
  answered: answeredCase.filter(
    ({ event }) => !['draft_submitted', 'approved', 'reply_sent', 'resolved'].includes(event),
  ),
  submitted: until('draft_submitted'),
  approved: until('approved'),
  resolved: answeredCase,
  corrected: [...answeredCase, later('draft_submitted', correction), later('approved', { draft: 'second' }, 13)],
  rated,
  closed: [...rated, later('closed', {}, 13)],
} as const satisfies Readonly<Record<string, readonly Told[]>>

type StageName = keyof typeof stages

/** Where each step of the case page is open: a new step is not known here until it has a place, and so is never left out. */
export const placeOfStep: Readonly<Record<StepName, StageName>> = {
  remit: 'registered',
  rejection_sent: 'rejected',
  classify: 'registered',
  assign: 'registered',
  move_to_unit: 'accepted',
  transfer: 'accepted',
  follow_up: 'abroad',
  confirm: 'abroad',
  refer: 'accepted',
  acknowledge: 'referred',
  referral_reply: 'referred',
  extend_referral: 'received',
  return_referral: 'referred',
  ask_clarification: 'referred',
  answer_clarification: 'clarify',
  ask_directorate: 'referred',
  answer_directorate: 'asked',
  remind: 'referred',
  escalate: 'referred',
  cancel_referral: 'referred',
  waive_referral: 'referred',
  disclose: 'referred',
  end_disclosure: 'disclosed',
  draft: 'answered',
  approve: 'submitted',
  return_draft: 'submitted',
  record_sent: 'approved',
  no_contact: 'approved',
  draft_correction: 'resolved',
  correction: 'corrected',
  measure: 'resolved',
  attempt: 'approved',
  correct_rating: 'rated',
  close: 'rated',
  reopen: 'closed',
  request_info: 'accepted',
  receive_info: 'info',
  extend: 'accepted',
  suspend: 'accepted',
  resume: 'suspended',
  verify: 'registered',
  complainant: 'registered',
  contact: 'registered',
  tell_number: 'registered',
  withdraw: 'registered',
  files: 'registered',
  details: 'registered',
  describe: 'registered',
  retype: 'registered',
  confidentiality: 'registered',
  complained_about: 'registered',
  link: 'registered',
  unlink: 'follower',
  file: 'accepted',
}

/** Brings the cases into an office. Out: their reference numbers. */
export function importStages(office: TestOffice): (stage: StageName) => string {
  const unit = { id: 'payments', kind: 'directorate', code: 'PAY', parent: 'finance', active: true, serves: [] }
  const contact = { phone: '', email: '', liaison: '' }
  const name = { ar: 'مديرية الصرف', en: 'Payments Directorate' }
  office.calls([{ call: 'admin.setUnit', input: { ...unit, name, contact } }])
  importHistory(
    office.dataDir,
    Object.entries(stages).flatMap(([stage, told]) => toldCase(told.map(withSubject(stage)), 7, stage)),
  )
  const [all] = office.calls([{ call: 'cases.queue', input: { queue: 'all' } }]) as {
    lines: { subject: string; reference: string }[]
  }[]
  const numbers = new Map(all?.lines.map(({ subject, reference }) => [subject, reference]))
  askDirectorate(office, must(numbers.get('asked'), 'it was brought in'))
  return (stage) => must(numbers.get(stage), `a case stands at ${stage}`)
}

function askDirectorate(office: TestOffice, reference: string): void {
  const input = { case: reference, referral: { $: 'asked.state.cycles.0.referrals.1.id' }, directorate: 'payments' }
  office.calls([
    { call: 'cases.get', input: { case: reference }, save: 'asked' },
    { call: 'referral.askDirectorate', input: { ...input, text: 'متى يُصرف المبلغ؟' } },
  ])
}

const withSubject =
  (subject: string) =>
  (told: Told): Told =>
    told.event === 'registered' ? { ...told, fields: { ...told.fields, subject } } : told
