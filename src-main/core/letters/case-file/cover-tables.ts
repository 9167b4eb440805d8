import { currentCycle, isOver, outcomeOf, validRating } from '#shared/domain/case/reading.ts'
import { formatPhone } from '#shared/domain/person/format-phone.ts'
import { caseFileMessages as own } from '#shared/i18n/case-file.ts'
import { caseMessages as messages } from '#shared/i18n/case.ts'
import {
  complexityLabels,
  confidentialityLabels,
  contactChannelLabels,
  importanceLabels,
  outcomeLabels,
  priorityLabels,
  procedureLabels,
  ratingLabels,
  verificationLabels,
} from '#shared/i18n/codes.ts'
import { formatNumber, formatShortDate } from '#shared/i18n/format.ts'
import { letterMessages } from '#shared/i18n/letters.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'
import { partsMessages as parts } from '#shared/i18n/parts.ts'
import { clockSentence } from '#shared/wording/clock-sentence.ts'
import { statusWords } from '#shared/wording/status-words.ts'
import type { Block, FactRow } from '#core/letters/letter-model.ts'
import { marked, sentenceLine } from './marked-names.ts'
import type { FiledClock, FileTelling } from './case-file-facts.ts'
import { shortMoment } from './short-moment.ts'

type MaybeRow = FactRow | null

/** The tables of the cover: the case, who complains, its classification, its clocks, what came of it. */
export function coverTables(telling: FileTelling): readonly Block[] {
  return [
    { kind: 'facts', rows: present(caseRows(telling)) },
    ...titled(telling, parts.person, personRows(telling)),
    ...titled(telling, messages.classification, classificationRows(telling)),
    ...titled(
      telling,
      own.clocks,
      telling.facts.clocks.map((clock) => clockRow(telling, clock)),
    ),
    ...titled(telling, own.result, resultRows(telling)),
  ]
}

const present = (rows: readonly MaybeRow[]): readonly FactRow[] => rows.filter((row) => row !== null)

function titled({ language }: FileTelling, title: PlainMessage, rows: readonly MaybeRow[]): readonly Block[] {
  const shown = present(rows)
  if (shown.length === 0) return []
  return [
    { kind: 'heading', level: 2, text: title[language], onNewPage: false },
    { kind: 'facts', rows: shown },
  ]
}

/** No row where there is nothing to say. */
function row({ language }: FileTelling, label: PlainMessage, text: string | null | undefined): MaybeRow {
  if (text === null || text === undefined || text === '') return null
  return {
    label: label[language],
    otherLabel: null,
    value: sentenceLine(text),
    strong: label === letterMessages.subject || label === own.name,
  }
}

function caseRows(telling: FileTelling): readonly MaybeRow[] {
  const { facts, names, coverSpeech, language, format } = telling
  const { t, label, dateTime } = coverSpeech
  const { state, line, text } = facts
  const channel = names.list('channels', state.channel)
  const subject = (text?.subject ?? line.subject) || t(text === null ? parts.subjectHidden : parts.noSubject)
  return [
    row(telling, letterMessages.subject, marked(subject)),
    row(telling, letterMessages.type, facts.type[language]),
    row(telling, own.status, t(statusWords(line).full)),
    row(telling, own.cycle, state.cycles.length > 1 ? formatNumber(currentCycle(state).number, format) : null),
    row(
      telling,
      messages.channel,
      t(state.form === 'oral' ? messages.channelOral : messages.channelWritten, { channel }),
    ),
    row(telling, messages.received, dateTime(state.receivedAt)),
    row(
      telling,
      messages.registered,
      t(own.onBy, { name: names.user(state.registeredBy), at: dateTime(state.registeredAt) }),
    ),
    row(telling, messages.handler, handlerOf(telling)),
    row(telling, messages.confidentiality, label(confidentialityLabels, state.confidentiality)),
  ]
}

/** An answered case that nobody was assigned waits for no assignment. */
function handlerOf({ facts: { line, state }, coverSpeech, language }: FileTelling): string | null {
  if (line.handler !== null) return marked(line.handler.name[language])
  return isOver(state) ? null : coverSpeech.t(messages.noHandler)
}

const documentKinds = {
  national_id: parts.documentNational,
  residence: parts.documentResidence,
  passport: parts.documentPassport,
  other: parts.documentOther,
} as const

function personRows(telling: FileTelling): readonly MaybeRow[] {
  const { facts, names, speech } = telling
  const { t, label } = speech
  const { person, state, reader } = facts
  const checked = reader === 'office' ? row(telling, own.identity, label(verificationLabels, state.verification)) : null
  if (person === null) return [row(telling, own.name, t(whyUnnamed(telling))), checked]
  const { mobile, phone, email, document, governorate, address, complainantKind } = person.details
  const reached = (state.complainant?.contactableBy ?? []).map((channel) => {
    const name = label(contactChannelLabels, channel)
    return channel === state.complainant?.preferred ? t(messages.preferredChannel, { channel: name }) : name
  })
  return [
    row(telling, own.name, marked(person.displayName)),
    row(telling, parts.mobile, mobile && marked(formatPhone(mobile))),
    row(telling, parts.phone, phone && marked(formatPhone(phone))),
    row(telling, parts.email, email && marked(email)),
    document === undefined ? null : row(telling, documentKinds[document.kind], marked(document.number)),
    row(telling, parts.governorate, governorate && names.list('governorates', governorate)),
    row(telling, parts.address, address && marked(address)),
    row(telling, parts.complainantKind, names.list('complainant_kinds', state.complainantKind ?? complainantKind)),
    row(telling, own.contactableBy, reached.join(t(messages.comma))),
    checked,
  ]
}

/** As on the page of the case: whoever may know him is given his id, and where no record stands behind it, that was removed (S19). */
function whyUnnamed({ facts: { state, reader } }: FileTelling): PlainMessage {
  if (reader === 'department') return parts.personHidden
  if (state.complainant === null || state.complainant.anonymous) return parts.anonymous
  return state.complainant.person === null ? parts.personHidden : parts.personForgotten
}

function classificationRows(telling: FileTelling): readonly MaybeRow[] {
  const { facts, names, speech } = telling
  const { t, label } = speech
  const known = currentCycle(facts.state).classification
  if (known === null) return [row(telling, messages.classification, t(messages.notClassified))]
  const priority = label(priorityLabels, known.priority)
  return [
    row(telling, messages.service, known.service === null ? null : names.list('services', known.service)),
    row(telling, messages.complexity, label(complexityLabels, known.complexity)),
    row(telling, messages.importance, label(importanceLabels, known.importance)),
    row(telling, messages.procedure, label(procedureLabels, known.procedure)),
    row(telling, messages.priority, known.priorityOverridden ? t(messages.priorityByHand, { priority }) : priority),
  ]
}

function clockRow(telling: FileTelling, clock: FiledClock): MaybeRow {
  const { facts, speech, language, format } = telling
  const name = clock.label[language]
  const label = clock.kind === 'referral' ? speech.t(messages.clockOf, { name }) : name
  const { standing, text } = clockSentence(clock, {
    speech,
    onDay: (at) => formatShortDate(at, format),
    now: facts.madeAt,
    zone: facts.office.zone,
    day: facts.state.registrationLag.day,
  })
  const due = shortMoment(clock.due.at, format)
  const value = standing === 'held' ? text : `${due} – ${text}`
  return { label, otherLabel: null, value: sentenceLine(value), strong: false }
}

function resultRows(telling: FileTelling): readonly MaybeRow[] {
  const { facts, names, coverSpeech } = telling
  const { label, dateTime, date } = coverSpeech
  const cycle = currentCycle(facts.state)
  const { exit, cameBack } = facts.state
  const rating = validRating(cycle)?.rating ?? (cycle.declinedAt === null ? null : 'declined')
  const { outcome, rootCause } = cycle.closing ?? { outcome: null, rootCause: null }
  const outside = exit?.kind === 'external' ? exit : null
  return [
    row(telling, messages.externalBody, outside && names.list('external_bodies', outside.body)),
    row(telling, messages.externalReference, outside?.externalReference && marked(outside.externalReference)),
    row(telling, messages.followUpAt, outside?.confirmed === null ? date(outside.followUpAt) : null),
    row(telling, messages.unsolvedBy, cameBack && names.list('external_bodies', cameBack.body)),
    row(telling, messages.resolvedAt, cycle.resolution && dateTime(cycle.resolution.at)),
    row(telling, messages.rating, rating && label(ratingLabels, rating)),
    ...earlierOutcomes(telling),
    row(telling, messages.outcome, outcome && label(outcomeLabels, outcome)),
    row(telling, messages.rootCause, rootCause && names.list('root_causes', rootCause)),
  ]
}

/** What each cycle before the one in hand had found, so that it is seen whether the review changed it (Z-08). */
function earlierOutcomes(telling: FileTelling): readonly MaybeRow[] {
  const { facts, coverSpeech } = telling
  const { t, label } = coverSpeech
  return facts.state.cycles.slice(0, -1).map(({ number }, place) => {
    const found = outcomeOf(facts.state, place)
    const name = t(own.outcomeOfCycle, { cycle: number })
    return found === null
      ? null
      : { label: name, otherLabel: null, value: sentenceLine(label(outcomeLabels, found)), strong: false }
  })
}
