import { branches, closings, complaintTexts, months, openings, otherTexts } from './complaint-texts.ts'
import type { ComplaintText, OtherText } from './complaint-texts.ts'
import type { CaseStory, RecentCase } from './case-story.ts'
import { newPerson } from './people.ts'
import type { PracticePerson } from './people.ts'

const synchronous: Readonly<Record<string, number>> = { phone: 46, walk_in: 34, contact_centre: 12, hotline: 8 }
const written: Readonly<Record<string, number>> = { website: 34, email: 26, portal: 16, app: 12, fax: 7, sms: 5 }
const hours = ['الثامنة والنصف', 'التاسعة', 'العاشرة والربع', 'الحادية عشرة', 'الثانية عشرة والنصف', 'الواحدة']

/** A case as it came in, before anybody decided on it. */
export interface Opened {
  readonly type: 'complaint' | OtherText['type']
  readonly spoken: boolean
  readonly service: string
  readonly person: PracticePerson | null
  /** The earlier complaint it says again. */
  readonly again: RecentCase | null
  readonly handler: string
}

/** Working minutes until even a busy desk has typed a letter in. */
const most = 600

export const team = ['salma', 'omar', 'lina', 'tareq'] as const
const desk = ['rana', 'yousef'] as const

/** In: one of the team, how many places on. Out: whoever stands there. */
export const colleague = (name: string, places: number): string =>
  team[(team.indexOf(name as (typeof team)[number]) + places) % team.length] ?? 'nadia'

/** Receipt, registration, text, complainant. `held`: a complaint of somebody known, for a case that is still on the desk. */
export function openStory(story: CaseStory, held = false): Opened {
  const { random, office } = story
  const drawn = random.weighted({ complaint: 74, inquiry: 13, suggestion: 5, praise: 4, report: 3, media: 1 })
  const type = held ? 'complaint' : drawn
  const again =
    !held && type === 'complaint' && office.recent.length > 20 && random.chance(0.07)
      ? random.pick(office.recent)
      : null
  const spoken = story.arrival.inHours && random.chance(0.72)
  const channel = type === 'media' ? 'newspaper' : random.weighted(spoken ? synchronous : written)
  const said = sayWhat(story, type, again)
  const anonymous =
    type === 'report' ? random.chance(0.3) : type === 'media' || (!held && again === null && random.chance(0.02))
  const person = anonymous ? null : whoComes(story, again)
  const by = random.pick(desk)
  story.say('received', by, { channel, form: spoken ? 'oral' : 'written' })
  if (!spoken && story.after(story.now, most) < office.until) story.later(Math.min(most, random.around(90, 0.9)))
  story.say('registered', by, {
    type,
    subjects: [said.subjects],
    cause: said.cause,
    complainantKind: person?.form.complainantKind ?? null,
    confidentiality: random.chance(0.015) ? 'confidential' : 'normal',
    subject: said.subject,
    text: said.text,
    governorate: person?.form.governorate ?? null,
    ...(person === null ? { anonymous: true } : { person: person.form, personKey: person.key }),
  })
  if (spoken && random.chance(0.6)) story.say('number_told', by)
  if (person !== null && random.chance(0.3))
    story.say('identity_verified', by, { state: spoken ? 'by_document' : 'by_phone' })
  if (type === 'complaint' && person !== null)
    remember(story, { service: said.service, person, subject: said.subject, text: said.text })
  return { type, spoken, service: said.service, person, again, handler: random.pick(team) }
}

interface Said {
  readonly service: string
  readonly cause: string | null
  readonly subjects: string
  readonly subject: string
  readonly text: string
}

function sayWhat({ random }: CaseStory, type: Opened['type'], again: RecentCase | null): Said {
  const fill = filling(random)
  if (again !== null)
    return {
      service: again.service,
      cause: null,
      subjects: 'operation',
      subject: again.subject,
      text: `سبق أن تقدمتُ بالشكوى نفسها ولم أتلقَّ جواباً. ${again.text}`,
    }
  if (type !== 'complaint') {
    const { subject, text } = random.pick(otherTexts.filter((each) => each.type === type))
    return {
      service: 'general.information',
      cause: null,
      subjects: 'procedure',
      subject: fill(subject),
      text: fill(text),
    }
  }
  const chosen: ComplaintText = random.pick(complaintTexts)
  const text = `${random.pick(openings)}${fill(chosen.text)}${random.pick(closings)}`
  return {
    service: chosen.service,
    cause: random.chance(0.85) ? chosen.cause : null,
    subjects: chosen.subjects,
    subject: fill(chosen.subject),
    text,
  }
}

/** Fills the places of a text, the same place with the same value. */
function filling(random: CaseStory['random']): (text: string) => string {
  const values: Readonly<Record<string, string>> = {
    branch: random.pick(branches),
    days: String(random.between(4, 60)),
    number: String(random.between(10_000, 99_999)),
    amount: `${random.between(10, 480)} ديناراً`,
    hour: random.pick(hours),
    month: random.pick(months),
  }
  return (text) => text.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place)
}

/** Most come for the first time; some were here before with something else. */
function whoComes({ office, random, name }: CaseStory, again: RecentCase | null): PracticePerson {
  if (again !== null) return again.person
  if (office.recent.length > 50 && random.chance(0.12)) return random.pick(office.recent).person
  return newPerson(random, office.country, name)
}

const remembered = 400

function remember({ office, name, random }: CaseStory, about: Omit<RecentCase, 'name'>): void {
  const recent = { name, ...about }
  if (office.recent.length < remembered) office.recent.push(recent)
  else office.recent[random.between(0, remembered - 1)] = recent
}
