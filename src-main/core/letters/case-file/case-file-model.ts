/**
 * The case file on paper (UI-12): a cover, then what was asked, the history in words, the correspondence, the attachments and
 * the replies. Invariant: it says what the case page shows to its reader and nothing more; the facts come masked.
 */
import type { SenderLetter } from '#shared/domain/case/event-parts.ts'
import { caseFileMessages as own } from '#shared/i18n/case-file.ts'
import { caseMessages as messages } from '#shared/i18n/case.ts'
import { timelineMessages } from '#shared/i18n/case-timeline.ts'
import { formatNumber, formatSize } from '#shared/i18n/format.ts'
import type { FormatSettings } from '#shared/i18n/format.ts'
import { letterMessages } from '#shared/i18n/letters.ts'
import type { Language } from '#shared/i18n/messages.ts'
import { partsMessages as parts } from '#shared/i18n/parts.ts'
import type { Names } from '#shared/wording/names.ts'
import { speakerOf } from '#shared/wording/speaker.ts'
import type { Speaker } from '#shared/wording/speaker.ts'
import { senderLetterWords } from '#shared/wording/written-with.ts'
import type { Block, FactRow, LetterModel, TableCell } from '#core/letters/letter-model.ts'
import { oneLine, paragraphsOf, plain, unbroken } from '#core/letters/letter-text.ts'
import { inOther, paperFormat, paperOf } from '#core/letters/paper-parts.ts'
import type { CaseFileFacts, FileTelling } from './case-file-facts.ts'
import { coverTables } from './cover-tables.ts'
import { historyTable } from './history-table.ts'
import { shortMoment } from './short-moment.ts'
import { marked, markedNames, sentenceLine } from './marked-names.ts'
import { answers, correspondence } from './letters-between.ts'

/** In: the case as one reader sees it, its ids in words of the language. Out: the file, A4. */
export function caseFileModel(facts: CaseFileFacts, names: Names, language: Language): LetterModel {
  const telling = tellingOf(facts, names, language)
  const { t } = telling.speech
  const blocks: readonly Block[] = [
    ...cover(telling),
    heading(t(messages.requestTitle), true),
    ...request(telling),
    heading(t(timelineMessages.title), false),
    historyTable(telling),
    heading(t(own.correspondence), false),
    ...correspondence(telling),
    heading(t(parts.files), false),
    attachments(telling),
    // What the office wrote to the complainant is not a department's to read.
    ...(facts.reader === 'department' ? [] : [heading(t(own.answers), false), ...answers(telling)]),
  ]
  return paperOf('case_file', facts, { paper: 'a4', language, title: own.title[language], blocks })
}

function tellingOf(facts: CaseFileFacts, names: Names, language: Language): FileTelling {
  const onCover = paperFormat(facts.office, language)
  const format = { ...onCover, hijri: false }
  const [speech, coverSpeech] = [unbrokenSpeech(format), unbrokenSpeech(onCover)]
  return { facts, names: markedNames(names), language, paper: 'a4', format, speech, coverSpeech }
}

function unbrokenSpeech(format: FormatSettings): Speaker {
  const speaker = speakerOf(format)
  return {
    ...speaker,
    date: (day) => unbroken(speaker.date(day)),
    dateTime: (at) => unbroken(speaker.dateTime(at)),
  }
}

const heading = (text: string, onNewPage: boolean): Block => ({ kind: 'heading', level: 1, text, onNewPage })

function cover(telling: FileTelling): readonly Block[] {
  const { facts, language, coverSpeech: speech } = telling
  const reference = oneLine(facts.reference)
  const made = speech.t(own.madeBy, { name: marked(facts.madeBy[language]), at: speech.dateTime(facts.madeAt) })
  return [
    { kind: 'title', text: own.title[language], other: null },
    {
      kind: 'reference',
      label: letterMessages.reference[language],
      other: inOther(letterMessages.reference, language),
      reference,
      code: { content: reference, label: `${letterMessages.reference[language]} ${reference}` },
    },
    { kind: 'small', line: sentenceLine(made) },
    ...coverTables(telling),
  ]
}

function senderLetterLine(letter: SenderLetter, speech: Speaker): string {
  const { message, words } = senderLetterWords(letter, speech.date)
  return speech.t(message, { number: marked(words.number), date: marked(words.date) })
}

function request(telling: FileTelling): readonly Block[] {
  const { facts, names, speech, language } = telling
  const { text, state } = facts
  if (text === null) return [{ kind: 'small', line: plain(speech.t(messages.textHidden)) }]
  const { senderLetter: letter, remedySought } = text
  const row = (label: { readonly [L in Language]: string }, said: string): readonly FactRow[] =>
    said === '' ? [] : [{ label: label[language], otherLabel: null, value: sentenceLine(said), strong: false }]
  const rows = [
    ...row(messages.senderLetter, letter === null ? '' : senderLetterLine(letter, speech)),
    ...row(messages.remedySought, remedySought === '' ? '' : marked(remedySought)),
    ...row(
      messages.subjects,
      state.subjects.map((code) => names.list('subjects', code)).join(speech.t(messages.comma)),
    ),
    ...row(messages.cause, state.cause === null ? '' : names.list('causes', state.cause)),
  ]
  return [
    ...paragraphsOf(text.text).map((line): Block => ({ kind: 'paragraph', line })),
    ...(rows.length === 0 ? [] : [{ kind: 'facts' as const, rows }]),
  ]
}

function attachments({ facts, speech, language, format }: FileTelling): Block {
  const { t } = speech
  if (facts.files.length === 0) return { kind: 'small', line: plain(t(messages.noFiles)) }
  const cell = (...texts: readonly string[]): TableCell => ({ lines: texts.map(sentenceLine), quoted: [] })
  return {
    kind: 'table',
    columns: [
      { title: timelineMessages.columnNumber[language], part: 0.07 },
      { title: own.fileName[language], part: 0.4 },
      { title: own.fileAbout[language], part: 0.26 },
      { title: own.fileAdded[language], part: 0.27 },
    ],
    rows: facts.files.map(({ name, size, pages, original, addedAt, addedBy }, index) => {
      const about = [
        original ? t(messages.fileOriginal) : '',
        pages === null ? '' : t(parts.filePages, { count: pages }),
        formatSize(size, format),
      ]
      return [
        cell(formatNumber(index + 1, format)),
        cell(marked(name)),
        cell(about.filter((part) => part !== '').join(t(messages.comma))),
        cell(marked(addedBy.name[language]), shortMoment(addedAt, format)),
      ]
    }),
  }
}
