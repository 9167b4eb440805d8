import type { CaseView, DraftView, TimelineEntry } from '#shared/contract/desktop/views.ts'
import type { UserId } from '#shared/domain/access/events.ts'
import type { Right } from '#shared/domain/access/rights.ts'
import { allowedCommands } from '#shared/domain/case/allowed-commands.ts'
import { caseReach, referralNamed, shareOfCaseEvent } from '#shared/domain/case/audience.ts'
import { openCloseReasons } from '#shared/domain/case/guards-closing.ts'
import { standingRefusals } from '#shared/domain/case/standing-refusals.ts'
import type { Case } from '#shared/domain/case/state.ts'
import { must } from '#shared/lib/assert.ts'
import { stringOr } from '#shared/lib/string-or.ts'
import { doesStand } from '#shared/domain/case/does-stand.ts'
import type { RecordedEvent } from '#shared/sync/recorded-event.ts'
import { followersOf } from '#core/projections/case-links.ts'
import { readCase } from '#core/projections/case-store.ts'
import { readStream } from '#core/store/read-stream.ts'
import { caseChanges } from '#core/reports/changes/case-changes.ts'
import { isDepartmentOnly, isTakenFrom } from './caller.ts'
import type { Caller } from './caller.ts'
import { clocksOf } from './case-clocks.ts'
import { linesOf, namedUser } from './case-lines.ts'
import { changeNames } from './change-names.ts'
import { caseSettings, officeClock, othersIn } from './decide-context.ts'
import { disclosedPerson } from './disclosed-person.ts'
import { fileViews } from './file-views.ts'
import { heldOnCase } from './held-on-case.ts'
import { inWords } from './in-words.ts'
import { withLocalTimes } from './local-times.ts'
import { namedInHistory } from './named-in-history.ts'
import type { Office } from './office.ts'
import { readPersonRow } from './persons.ts'
import { unitLabel } from './reference-data.ts'
import { referralViews } from './referral-view.ts'
import { codesGiven } from './tracking-code.ts'
import { maySee, maySeeCase, maySeeIdentity, maySeeText } from './visibility.ts'

/** Everything the case page shows, in one answer. */
export function caseView(office: Office, caller: Caller, whole: Case): CaseView {
  const { db } = office.store
  const sight = isDepartmentOnly(office, caller) ? departmentView(whole, caller.user.unit) : whole
  const sees = leadSight(office, caller)
  const state = knownLinks(maySeeIdentity(office, caller) ? sight : unnamed(sight), sees)
  const data = office.reference
  const history = readStream(db, `case:${state.id}`)
  const seesText = maySeeText(office, caller)
  const users = new Set([
    ...history.map((event) => event.actor),
    ...state.cycles.flatMap((cycle) => [...cycle.handlers, ...cycle.approvers]),
    ...state.namedUsers,
  ])
  const referrals = referralViews(office, caller, { state, history })
  const timeline = timelineOf(office, caller, { state, history, sees })
  return {
    line: must(linesOf(office, caller, [state.id])[0], 'a case has its line'),
    state,
    text: seesText ? textOf(history) : null,
    person: personOf(office, caller, { state: whole, history }),
    trackingCode: isDepartmentOnly(office, caller) ? null : codesGiven(office, state.id),
    clocks: clocksOf(office, state),
    referrals,
    drafts: seesText ? draftViews(history) : [],
    files: fileViews(office, caller, { state, history }),
    timeline,
    held: heldOnCase(office, caller, state.id),
    ...stepsOf(office, caller, sight),
    linkedCases: isDepartmentOnly(office, caller) ? [] : linkedCases(office, caller, state),
    users: [...[...users].map((id) => namedUser(data, id)), ...namedInHistory(data, caller.user.unit, timeline)],
    units: [...new Set(state.moves.flatMap(({ from, to }) => [from, to]))].map((id) => ({
      id,
      name: unitLabel(data, id),
    })),
  }
}

/** The rules ask how the complainant is reached; who does not see it is not allowed more or less for that. */
function stepsOf(office: Office, caller: Caller, sight: Case): Pick<CaseView, 'allowed' | 'refused' | 'closing'> {
  const settings = caseSettings(office.reference, sight.office)
  const actor = {
    user: caller.id,
    unit: caller.user.unit,
    staffId: caller.user.staffId,
    rights: [...caller.rights],
    settings,
  }
  const allowed = allowedCommands(sight, actor).filter((kind) => isTakenFrom(office, caller, kind))
  const now = office.ports.clock.now()
  const standing = {
    clock: officeClock(office, sight.office),
    settings,
    now,
    othersOfUnit: (unit: string, right: Right, excluding: readonly UserId[]) =>
      othersIn(office.reference, unit, { right, excluding }),
  }
  const refused = standingRefusals(sight, actor, standing)
    .filter(({ command }) => allowed.includes(command))
    .map(({ command, refusal }) => ({ command, reason: inWords(withLocalTimes(office, refusal)) }))
  const closing = { reasons: openCloseReasons(sight, actor), finalFrom: settings.maxCycles }
  return { allowed, refused, closing }
}

/** What a department's user gets of a case: its own referrals, and nothing of the complainant or of other departments. */
function departmentView(state: Case, unit: string): Case {
  const cycles = state.cycles.map((cycle) => ({
    ...cycle,
    drafts: [],
    attempts: [],
    ratings: [],
    referrals: cycle.referrals.filter((referral) => referral.department === unit),
  }))
  return { ...state, cycles, complainant: null, namedUsers: [], sessions: [], link: null, formerLinks: [] }
}

type LeadSight = (lead: string) => boolean

/** Whether the caller may know of a case that this one is or was linked to; each is asked for once a page. */
function leadSight(office: Office, caller: Caller): LeadSight {
  const known = new Map<string, boolean>()
  return (lead) => {
    const isSeen = known.get(lead) ?? maySeeCase(office, caller, { db: office.store.db, id: lead })
    known.set(lead, isSeen)
    return isSeen
  }
}

/** Without the links to cases that are hidden: an id tells that there is one, and which cases share it. */
const knownLinks = (state: Case, sees: LeadSight): Case => ({
  ...state,
  link: state.link !== null && sees(state.link.lead) ? state.link : null,
  formerLinks: state.formerLinks.filter(({ lead }) => sees(lead)),
})

/** Who complained and how he is reached, taken out for whoever has no right to it; that he is anonymous is no secret. */
const unnamed = (state: Case): Case =>
  state.complainant === null
    ? state
    : { ...state, complainant: { ...state.complainant, person: null, contactableBy: [], preferred: null } }

/** What the history says of the complainant, for whoever may not know him: that it was written, not what. */
const identityEvents = ['complainant_set', 'identity_verified']

type CaseText = NonNullable<CaseView['text']>
type Described = Pick<CaseText, 'subject' | 'text'> & Partial<CaseText>

function textOf(history: readonly RecordedEvent[]): CaseView['text'] {
  const texts = history
    .filter((event) => event.type === 'described' && event.private !== null && doesStand(event))
    .map((event) => event.private as unknown as Described)
  const latest = texts.at(-1)
  if (latest === undefined) return null
  // A corrected wording says neither; one of an earlier program says both empty.
  return {
    subject: latest.subject,
    text: latest.text,
    senderLetter: texts.findLast((text) => text.senderLetter)?.senderLetter ?? null,
    remedySought: texts.findLast((text) => text.remedySought)?.remedySought ?? '',
  }
}

/** Who complains: for whoever may see identities, and for a department that he is disclosed to. */
function personOf(
  office: Office,
  caller: Caller,
  { state, history }: { readonly state: Case; readonly history: readonly RecordedEvent[] },
): CaseView['person'] {
  if (isDepartmentOnly(office, caller)) return disclosedPerson(office, caller, { state, history })
  const person = state.complainant?.person ?? null
  return person !== null && maySeeIdentity(office, caller) ? readPersonRow(office.store.db, person) : null
}

function draftViews(history: readonly RecordedEvent[]): DraftView[] {
  return history
    .filter((event) => event.type === 'draft_submitted')
    .map((event) => {
      const id = String(event.facts['draft'])
      const returned = history.find((other) => other.type === 'draft_returned' && other.facts['draft'] === id)
      return {
        id,
        text: stringOr(event.private?.['text'], ''),
        returnNote: returned === undefined ? null : stringOr(returned.private?.['text'], ''),
      }
    })
}

/** Private fields that never leave the core. */
const withoutKeys = (secret: TimelineEntry['private']): TimelineEntry['private'] => {
  if (secret === null || !('key' in secret || 'attached' in secret)) return secret
  return Object.fromEntries(Object.entries(secret).filter(([name]) => name !== 'key' && name !== 'attached'))
}

/** What a department may read of a case: the events of its own referrals. */
function timelineOf(
  office: Office,
  caller: Caller,
  {
    state,
    history,
    sees,
  }: { readonly state: Case; readonly history: readonly RecordedEvent[]; readonly sees: LeadSight },
): TimelineEntry[] {
  const isOutside = isDepartmentOnly(office, caller)
  const own = new Set(
    history.filter((event) => event.facts['department'] === caller.user.unit).map((event) => event.facts['referral']),
  )
  const seen = isOutside ? history.filter((event) => own.has(event.facts['referral'])) : history
  const isHidden = (event: RecordedEvent): boolean =>
    !maySeeIdentity(office, caller) && identityEvents.includes(event.type)
  const isWhole = wholeFor(office, caller, state)
  const entries = seen.map((event) => ({
    id: event.id,
    type: event.type,
    at: event.at,
    actor: namedUser(office.reference, event.actor),
    via: event.via,
    device: event.device,
    facts: shownFacts(event, { isHidden: isHidden(event), sees }),
    private: isHidden(event) || !isWhole(event) ? null : withoutKeys(event.private),
    verdict: event.verdict,
  }))
  // By what is shown alone, so that no value comes in by the way of a change.
  const changes = caseChanges(entries, changeNames(office, caller))
  return entries.map((entry) => ({ ...entry, changes: changes.get(entry.id) ?? [] }))
}

/** What of the office's own words a department reads: those that its feed would give it too. */
function wholeFor(office: Office, caller: Caller, state: Case): (event: RecordedEvent) => boolean {
  if (!isDepartmentOnly(office, caller)) return () => true
  const reach = caseReach(state)
  const audience = { kind: 'department', unit: caller.user.unit } as const
  return ({ type, facts }) => shareOfCaseEvent({ type, referral: referralNamed(facts) }, audience, reach) === 'all'
}

function shownFacts(
  { type, facts }: RecordedEvent,
  { isHidden, sees }: { readonly isHidden: boolean; readonly sees: LeadSight },
): TimelineEntry['facts'] {
  if (isHidden && type === 'complainant_set') return { anonymous: facts['anonymous'] }
  const { lead, ...rest } = facts
  return typeof lead === 'string' && !sees(lead) ? rest : facts
}

/** The cases this one is linked with, as far as the caller may open them. */
function linkedCases(office: Office, caller: Caller, state: Case): CaseView['linkedCases'] {
  const { db } = office.store
  const lead = state.link === null ? null : readCase(db, state.link.lead)
  const up =
    state.link === null || lead === null || !maySee(office, caller, lead)
      ? []
      : [{ id: lead.id, reference: lead.reference, kind: state.link.kind, role: 'lead' as const }]
  const down = followersOf(db, state.id).flatMap(({ id, reference }) => {
    const follower = readCase(db, id)
    const kind = follower?.link?.kind
    return follower === null || kind === undefined || !maySee(office, caller, follower)
      ? []
      : [{ id, reference, kind, role: 'follower' as const }]
  })
  return [...up, ...down]
}
