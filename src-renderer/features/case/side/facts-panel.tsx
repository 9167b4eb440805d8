import type { CaseView } from '#shared/contract/desktop/views.ts'
import { currentCycle, validRating } from '#shared/domain/case/reading.ts'
import { caseMessages as messages } from '#shared/i18n/case.ts'
import { letterMessages } from '#shared/i18n/letters.ts'
import {
  complexityLabels,
  confidentialityLabels,
  importanceLabels,
  outcomeLabels,
  priorityLabels,
  procedureLabels,
  ratingLabels,
} from '#shared/i18n/codes.ts'
import { useSession } from '#renderer/parts/session.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Isolated } from '#renderer/ui/isolated.tsx'
import type { Fact } from '#renderer/ui/page.tsx'
import { Facts, Panel } from '#renderer/ui/page.tsx'
import { useNames } from '../names.ts'

type MaybeFact = Fact | null

/** Owner, the four axes, confidentiality and what came out of it. */
export function FactsPanel({ view }: { readonly view: CaseView }) {
  const { t } = useSpeech()
  const facts = [...useOwnerFacts(view), ...useClassificationFacts(view), ...useResultFacts(view)].filter(
    (fact) => fact !== null,
  )
  return (
    <Panel title={t(messages.facts)}>
      <Facts items={facts} />
    </Panel>
  )
}

function useOwnerFacts(view: CaseView): readonly MaybeFact[] {
  const { t, say, label, dateTime } = useSpeech()
  const names = useNames(view)
  const { line, state, trackingCode } = view
  const { unit } = useSession().session
  return [
    // Its own office's people know whose it is.
    unit.id === line.office.id
      ? null
      : { label: t(messages.office), value: <Isolated>{say(line.office.name)}</Isolated> },
    line.handler === null && line.stage === 'closing'
      ? null
      : {
          label: t(messages.handler),
          value: line.handler === null ? t(messages.noHandler) : <Isolated>{say(line.handler.name)}</Isolated>,
        },
    {
      label: t(messages.registered),
      value: t(messages.registeredBy, { name: names.user(state.registeredBy), at: dateTime(state.registeredAt) }),
    },
    trackingCode === null
      ? null
      : { label: t(letterMessages.trackingCode), value: <Isolated ltr>{trackingCode}</Isolated> },
    { label: t(messages.confidentiality), value: label(confidentialityLabels, state.confidentiality) },
    state.namedUsers.length === 0
      ? null
      : { label: t(messages.namedUsers), value: state.namedUsers.map(names.user).join(t(messages.comma)) },
  ]
}

function useClassificationFacts(view: CaseView): readonly MaybeFact[] {
  const { t, label } = useSpeech()
  const names = useNames(view)
  const known = currentCycle(view.state).classification
  if (known === null) return [{ label: t(messages.classification), value: t(messages.notClassified) }]
  const priority = label(priorityLabels, known.priority)
  return [
    known.service === null ? null : { label: t(messages.service), value: names.list('services', known.service) },
    { label: t(messages.complexity), value: label(complexityLabels, known.complexity) },
    { label: t(messages.importance), value: label(importanceLabels, known.importance) },
    { label: t(messages.procedure), value: label(procedureLabels, known.procedure) },
    {
      label: t(messages.priority),
      value: known.priorityOverridden ? t(messages.priorityByHand, { priority }) : priority,
    },
  ]
}

function useResultFacts(view: CaseView): readonly MaybeFact[] {
  const { t, label, dateTime, date } = useSpeech()
  const names = useNames(view)
  const cycle = currentCycle(view.state)
  const rating = validRating(cycle)?.rating ?? (cycle.declinedAt === null ? null : 'declined')
  const { exit, cameBack } = view.state
  const { outcome, rootCause } = cycle.closing ?? { outcome: null, rootCause: null }
  return [
    exit?.kind === 'external'
      ? { label: t(messages.externalBody), value: names.list('external_bodies', exit.body) }
      : null,
    exit?.kind === 'external' && exit.externalReference !== null
      ? { label: t(messages.externalReference), value: <Isolated ltr>{exit.externalReference}</Isolated> }
      : null,
    exit?.kind === 'external' && exit.confirmed === null
      ? { label: t(messages.followUpAt), value: date(exit.followUpAt) }
      : null,
    cameBack === null ? null : { label: t(messages.unsolvedBy), value: names.list('external_bodies', cameBack.body) },
    cycle.resolution === null
      ? null
      : { label: t(messages.resolvedAt), value: <Isolated>{dateTime(cycle.resolution.at)}</Isolated> },
    rating === null ? null : { label: t(messages.rating), value: label(ratingLabels, rating) },
    outcome === null ? null : { label: t(messages.outcome), value: label(outcomeLabels, outcome) },
    rootCause === null ? null : { label: t(messages.rootCause), value: names.list('root_causes', rootCause) },
  ]
}
