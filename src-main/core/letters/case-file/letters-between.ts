import { caseFileMessages as own } from '#shared/i18n/case-file.ts'
import { caseMessages as messages } from '#shared/i18n/case.ts'
import { deliveryLabels, referralStatusLabels } from '#shared/i18n/codes.ts'
import { must } from '#shared/lib/assert.ts'
import type { Block, Line } from '#core/letters/letter-model.ts'
import { oneLine, paragraphsOf } from '#core/letters/letter-text.ts'
import type { CaseFileFacts, FiledReferral, FileTelling } from './case-file-facts.ts'
import { marked, sentenceLine } from './marked-names.ts'
import { referralMessageWords } from '#shared/wording/referral-message-words.ts'
import { reasonsWith } from '#shared/wording/written-with.ts'

/** What went to each department, what was asked and answered, and its reply, in the order it was written (F-01). */
export function correspondence(telling: FileTelling): readonly Block[] {
  const { referrals } = telling.facts
  if (referrals.length === 0) return [small(telling.speech.t(own.noCorrespondence))]
  return referrals.flatMap((referral) => referralBlocks(telling, referral))
}

const small = (text: string): Block => ({ kind: 'small', line: sentenceLine(text) })

function referralBlocks(telling: FileTelling, referral: FiledReferral): readonly Block[] {
  const { facts, speech, language } = telling
  const { t, label, dateTime } = speech
  const folded = facts.state.cycles.flatMap(({ referrals }) => referrals).find(({ id }) => id === referral.id)
  const { status, sentAt, due } = must(folded, 'a referral that is shown is in the state')
  const name = referral.department.name[language]
  return [
    { kind: 'heading', level: 2, text: `${oneLine(name)} – ${label(referralStatusLabels, status)}`, onNewPage: false },
    small(t(own.sentOn, { date: dateTime(sentAt), due: dateTime(due.at) })),
    quote(t(messages.referralText), textLines(telling, referral)),
    ...talk(telling, referral, { isAfterReply: false }),
    ...replyBlocks(telling, referral),
    ...talk(telling, referral, { isAfterReply: true }),
  ]
}

function talk(
  { speech: { t, dateTime }, language }: FileTelling,
  referral: FiledReferral,
  part: { readonly isAfterReply: boolean },
): readonly Block[] {
  return referral.messages
    .filter(({ isAfterReply }) => isAfterReply === part.isAfterReply)
    .map(({ kind, by, at, text }) => {
      const what = t(referralMessageWords[kind] ?? messages.messageAny)
      return quote(t(own.messageOf, { what, name: by.name[language], at: dateTime(at) }), paragraphsOf(text))
    })
}

/** With the number and date of the letter it came in (C-06). */
function replyBlocks(telling: FileTelling, { reply }: FiledReferral): readonly Block[] {
  if (reply === null) return []
  const { t, date } = telling.speech
  const about = reasonsWith({ senderLetter: reply.senderLetter }, date).map(({ message, text }) =>
    t(message, { text: marked(text) }),
  )
  return [
    quote(t(messages.departmentReply), textLines(telling, reply)),
    ...(about.length === 0 ? [] : [small(about.join(t(messages.comma)))]),
  ]
}

/** A message without words, such as a reminder, is a line. */
const quote = (title: string, lines: readonly Line[]): Block =>
  lines.length === 0 ? small(title) : { kind: 'quote', title: oneLine(title), lines }

function textLines(
  { facts, speech }: FileTelling,
  { text, files }: Pick<FiledReferral, 'text' | 'files'>,
): readonly Line[] {
  const { t } = speech
  const nameOf = (address: string): string =>
    marked(facts.files.find(({ file }) => file === address)?.name ?? t(messages.file))
  const attached =
    files.length === 0
      ? []
      : [sentenceLine(t(messages.withFiles, { names: files.map(nameOf).join(t(messages.comma)) }))]
  return [...paragraphsOf(text), ...attached]
}

/** Every reply that was written to the complainant: by whom, whether it was approved, and how it left. */
export function answers({ facts, names, speech }: FileTelling): readonly Block[] {
  const { t, label, dateTime } = speech
  if (facts.drafts.length === 0) return [small(t(own.noAnswers))]
  return facts.drafts.flatMap(({ id, text, returnNote }): readonly Block[] => {
    const draft = draftOf(facts, id)
    if (draft === undefined) return []
    const { author, submittedAt, approved, sent } = draft
    const steps = [
      t(own.written, { name: names.user(author), at: dateTime(submittedAt) }),
      approved === null ? '' : t(own.approved, { name: names.user(approved.by), at: dateTime(approved.at) }),
      sent === null
        ? ''
        : t(messages.replyLeft, { how: label(deliveryLabels, sent.delivery), at: dateTime(sent.sentAt) }),
    ]
    return [
      quote(t(standingOf(draft)), paragraphsOf(text)),
      small(steps.filter((step) => step !== '').join(' ')),
      ...(returnNote === null || returnNote === '' ? [] : [quote(t(own.returnNote), paragraphsOf(returnNote))]),
    ]
  })
}

type FoldedDraft = NonNullable<ReturnType<typeof draftOf>>

const draftOf = ({ state }: CaseFileFacts, draft: string) =>
  state.cycles.flatMap(({ drafts }) => drafts).find(({ id }) => id === draft)

function standingOf({ returned, approved, sent }: FoldedDraft) {
  if (returned !== null) return messages.replyReturned
  if (sent !== null) return messages.replySent
  return approved === null ? messages.replyWaits : messages.replyReady
}
