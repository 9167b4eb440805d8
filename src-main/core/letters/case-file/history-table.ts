import { caseFileMessages as own } from '#shared/i18n/case-file.ts'
import { changeText } from '#shared/i18n/changes.ts'
import { timelineMessages as messages } from '#shared/i18n/case-timeline.ts'
import { viaLabels } from '#shared/i18n/codes.ts'
import { formatNumber } from '#shared/i18n/format.ts'
import { sentenceOf } from '#shared/wording/case-sentences.ts'
import { fileWith, reasonsWith, textWith } from '#shared/wording/written-with.ts'
import type { Block, Line, TableCell } from '#core/letters/letter-model.ts'
import { paragraphsOf } from '#core/letters/letter-text.ts'
import type { CaseFileFacts, FiledEvent, FileTelling } from './case-file-facts.ts'
import { marked, sentenceLine } from './marked-names.ts'
import { referralMessageWords } from '#shared/wording/referral-message-words.ts'
import { doesStand } from '#shared/domain/case/does-stand.ts'
import { shortMoment } from './short-moment.ts'

/** Every event in words, oldest first, as it is read on paper: number, when, what, who and on which machine (G-06). */
export function historyTable(telling: FileTelling): Block {
  const { facts, language, format } = telling
  const elsewhere = toldElsewhere(facts)
  return {
    kind: 'table',
    columns: [
      { title: messages.columnNumber[language], part: 0.07 },
      { title: messages.columnAt[language], part: 0.19 },
      { title: messages.columnEvent[language], part: 0.47 },
      { title: messages.columnBy[language], part: 0.27 },
    ],
    rows: facts.timeline.map((event, index) => [
      cell(formatNumber(index + 1, format)),
      cell(shortMoment(event.at, format)),
      eventCell(telling, event, elsewhere.has(event.id)),
      cell(marked(event.actor.name[language]), machineOf(telling, event)),
    ]),
  }
}

const cell = (...texts: readonly string[]): TableCell => ({ lines: texts.map(sentenceLine), quoted: [] })

function eventCell({ speech, names, format }: FileTelling, event: FiledEvent, isTold: boolean): TableCell {
  const { verdict, changes } = event
  const standing = verdict === 'conflict' || verdict === 'void' ? [speech.t(messages[verdict])] : []
  const sentences = [sentenceOf(event.type, event.facts, { speech, names }), ...standing]
  const changed = changes.map((change) => changeText(change, format, speech))
  return {
    lines: sentences.map(sentenceLine),
    quoted: [...changed.flatMap(paragraphsOf), ...writtenLines(speech, event, isTold)],
  }
}

function writtenLines(
  { t, date }: FileTelling['speech'],
  { private: secret }: FiledEvent,
  isTold: boolean,
): readonly Line[] {
  const reasons = reasonsWith(secret, date).map(({ message, text }) => t(message, { text }))
  return [...(isTold ? [] : [textWith(secret)]), ...reasons, fileWith(secret)].flatMap(paragraphsOf)
}

function machineOf({ speech }: FileTelling, { via, device }: FiledEvent): string {
  // The letters by which every screen names a machine.
  const letters = device.slice(-6)
  return via === 'window'
    ? speech.t(own.machine, { device: letters })
    : speech.t(own.machineVia, { device: letters, via: speech.label(viaLabels, via) })
}

/** Events whose text stands in a section of its own: the wording that holds, drafts, and what passed with a department. */
function toldElsewhere({ timeline, referrals, drafts }: CaseFileFacts): ReadonlySet<string> {
  const known = new Set<unknown>([...referrals, ...drafts].map(({ id }) => id))
  const isOfReferral = (type: string): boolean => type === 'referred' || Object.hasOwn(referralMessageWords, type)
  const latest = timeline.findLast((event) => event.type === 'described' && event.private !== null && doesStand(event))
  const replies = new Map(
    timeline
      .filter((event) => event.type === 'ref_replied' && doesStand(event))
      .map(({ id, facts }) => [facts['referral'], id]),
  )
  const told = timeline.filter(({ id, type, facts }) => {
    if (type === 'draft_submitted') return known.has(facts['draft'])
    if (type === 'ref_replied') return known.has(facts['referral']) && replies.get(facts['referral']) === id
    return isOfReferral(type) && known.has(facts['referral'])
  })
  return new Set([...told, ...(latest === undefined ? [] : [latest])].map(({ id }) => id))
}
