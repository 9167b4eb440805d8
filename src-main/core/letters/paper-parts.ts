import { formatDate, formatDateTime, formatHijri, formatLongDate, formatTime } from '#shared/i18n/format.ts'
import type { FormatSettings } from '#shared/i18n/format.ts'
import { letterMessages as messages } from '#shared/i18n/letters.ts'
import type { Language, PlainMessage } from '#shared/i18n/messages.ts'
import type { OfficeSettings } from '#shared/domain/lists/office-events.ts'
import type { Paper, PaperFacts, PaperKind } from './letter-facts.ts'
import type { Block, FactRow, LetterModel, Letterhead, Line } from './letter-model.ts'
import { fill, oneLine, plain, unbroken, value } from './letter-text.ts'

export interface Writing {
  readonly paper: Paper
  readonly language: Language
}

/** How dates are written on this paper: English keeps Latin digits whatever the office uses. */
export function paperFormat(office: OfficeSettings, language: Language): FormatSettings {
  const { zone, hijri, country } = office
  return { language, digits: language === 'en' ? 'latin' : office.digits, zone, hijri, country }
}

interface PaperDates {
  date(at: string): string
  /** With the day of the week. */
  longDate(at: string): string
  dateTime(at: string): string
  longDateTime(at: string): string
  /** The day alone, Gregorian, and Umm al-Qura beside it; null where the office does not use it. */
  gregorian(at: string): string
  hijri(at: string): string | null
}

export function paperDates(office: OfficeSettings, language: Language): PaperDates {
  const format = paperFormat(office, language)
  const gregorianOnly = { ...format, hijri: false }
  return {
    date: (at) => unbroken(formatDate(at, format)),
    longDate: (at) => unbroken(formatLongDate(at, format)),
    dateTime: (at) => unbroken(formatDateTime(at, format)),
    longDateTime: (at) =>
      unbroken(`${formatLongDate(at, format)}${language === 'ar' ? '، الساعة' : ','} ${formatTime(at, format)}`),
    gregorian: (at) => unbroken(formatDate(at, gregorianOnly)),
    hijri: (at) => (office.hijri ? unbroken(formatHijri(at, format)) : null),
  }
}

const otherOf = (language: Language): Language => (language === 'ar' ? 'en' : 'ar')

/** A row of a table of facts, labelled in the paper's language and, small, in the other. */
export function factRow(
  message: PlainMessage,
  text: string,
  options: Writing & { readonly strong?: boolean },
): FactRow {
  const { language, strong = false } = options
  return { label: message[language], otherLabel: message[otherOf(language)], value: value(text), strong }
}

/** The message in the other language, for a paper that speaks both. */
export const inOther = (message: PlainMessage, language: Language): string => message[otherOf(language)]

function letterheadOf(office: OfficeSettings, language: Language): Letterhead {
  const other = otherOf(language)
  const own = [ministryOf(office, language), belowMinistry(office, language)]
  // An office without names in the other language is not named twice.
  const opposite = [ministryOf(office, other), belowMinistry(office, other)].map((line) =>
    own.includes(line) ? '' : line,
  )
  return {
    ministry: own[0] ?? '',
    office: own[1] ?? '',
    otherMinistry: opposite[0] ?? '',
    otherOffice: opposite[1] ?? '',
  }
}

/** An office that named no ministry stands at the head itself. */
const ministryOf = ({ letterhead, name }: OfficeSettings, language: Language): string =>
  oneLine(letterhead.ministry[language]) || oneLine(name[language])

/** Empty where it would say the same as the line above it. */
function belowMinistry(office: OfficeSettings, language: Language): string {
  const name = oneLine(office.name[language])
  return name === ministryOf(office, language) ? '' : name
}

function contactsOf(office: OfficeSettings, language: Language): readonly Line[] {
  const { phone, email, addressEn = '' } = office.letterhead
  const isEnglish = language === 'en' && oneLine(addressEn) !== ''
  const address = isEnglish ? addressEn : office.letterhead.address
  return [
    ...(oneLine(address) === '' ? [] : [fill(messages.addressLine, language, { address })]),
    ...(oneLine(phone) === '' ? [] : [fill(messages.phoneLine, language, { phone })]),
    ...(oneLine(email) === '' ? [] : [fill(messages.emailLine, language, { email })]),
  ]
}

/** The paper around its blocks. A practice office says so on everything it prints. */
export function paperOf(
  kind: PaperKind,
  facts: PaperFacts,
  content: Writing & { readonly title: string; readonly blocks: readonly Block[] },
): LetterModel {
  const { language, paper, title, blocks } = content
  const practice: readonly Block[] = facts.office.practice
    ? [{ kind: 'notice', line: plain(messages.practice[language]) }]
    : []
  return {
    kind,
    paper,
    language,
    direction: language === 'ar' ? 'rtl' : 'ltr',
    digits: paperFormat(facts.office, language).digits,
    title: `${title} ${oneLine(facts.reference)}`,
    madeAt: facts.madeAt,
    reference: oneLine(facts.reference),
    letterhead: letterheadOf(facts.office, language),
    blocks: [...practice, ...blocks],
    contacts: contactsOf(facts.office, language),
  }
}

/** Number and date of a letter, as they stand at the head of official correspondence. */
export function docketOf(facts: PaperFacts, language: Language): Block {
  const dates = paperDates(facts.office, language)
  const hijri = dates.hijri(facts.madeAt)
  const row = (message: PlainMessage, text: string): FactRow => ({
    label: message[language],
    otherLabel: null,
    value: value(text),
    strong: false,
  })
  return {
    kind: 'docket',
    rows: [
      row(messages.number, facts.reference),
      row(messages.date, dates.gregorian(facts.madeAt)),
      ...(hijri === null ? [] : [row(messages.hijriDate, hijri)]),
    ],
  }
}

export function signatureOf(
  signatory: { readonly name: string; readonly title: string } | null,
  language: Language,
): Block {
  if (signatory === null) return { kind: 'signature', name: null, title: messages.signature[language] }
  return { kind: 'signature', name: oneLine(signatory.name), title: oneLine(signatory.title) }
}
