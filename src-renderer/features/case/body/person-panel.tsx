import type { CaseView } from '#shared/contract/desktop/views.ts'
import { formatPhone } from '#shared/domain/person/format-phone.ts'
import type { PersonDetails } from '#shared/domain/person/person-details.ts'
import { insideMessages as inside } from '#shared/i18n/case-inside.ts'
import { caseMessages as messages } from '#shared/i18n/case.ts'
import { contactChannelLabels, submitterLabels, verificationLabels } from '#shared/i18n/codes.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'
import { partsMessages } from '#shared/i18n/parts.ts'
import { paths } from '#renderer/parts/paths.ts'
import { isDepartment, useSession } from '#renderer/parts/session.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { useIsPast } from '#renderer/parts/use-is-past.ts'
import { Badge } from '#renderer/ui/badge.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { Isolated } from '#renderer/ui/isolated.tsx'
import { Row, Stack } from '#renderer/ui/layout.tsx'
import { Link } from '#renderer/ui/link.tsx'
import type { Fact } from '#renderer/ui/page.tsx'
import { Facts, Panel } from '#renderer/ui/page.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { useNames } from '../names.ts'
import { disclosedUntil } from './disclosed-until.ts'

interface PersonPanelProps {
  readonly view: CaseView
  readonly onVerify: (() => void) | null
}

/** Who wants it, how he is reached, and whether he is who he says (R-05, R-06, C-09). */
export function PersonPanel({ view, onVerify }: PersonPanelProps) {
  const { t, label } = useSpeech()
  const { session } = useSession()
  const { verification, complainant } = view.state
  // Of somebody without a name nothing can be proven.
  const isNobody = view.line.unnamed === 'anonymous'
  const isVerified = verification.startsWith('by_') || verification === 'not_required'
  // A department is told who complains only while he is disclosed to it.
  if (isDepartment(session.unit)) return view.person === null ? null : <Disclosed view={view} />
  return (
    <Panel title={t(submitterLabels[view.line.type])}>
      <Stack gap="xs">
        <Who view={view} />
        {view.person !== null && complainant !== null && complainant.contactableBy.length > 0 && (
          <Row gap="xs">
            {complainant.contactableBy.map((channel) => (
              <Badge
                key={channel}
                {...(channel === complainant.preferred ? { icon: 'star' as const, tone: 'accent' as const } : {})}
              >
                {channel === complainant.preferred
                  ? t(messages.preferredChannel, { channel: label(contactChannelLabels, channel) })
                  : label(contactChannelLabels, channel)}
              </Badge>
            ))}
          </Row>
        )}
        {!isNobody && (
          <Row justify="between" gap="xs">
            <Badge tone={isVerified ? 'good' : verification === 'failed' ? 'bad' : 'warn'} icon="shield">
              {label(verificationLabels, verification)}
            </Badge>
            {onVerify !== null && !isVerified && (
              <Button size="xs" kind="quiet" onClick={onVerify}>
                {t(messages.verify)}
              </Button>
            )}
          </Row>
        )}
      </Stack>
    </Panel>
  )
}

function Disclosed({ view }: { readonly view: CaseView }) {
  const { t, shortDateTime } = useSpeech()
  const { session } = useSession()
  const until = disclosedUntil(view.state, session.unit.id)
  if (useIsPast(until)) return null
  return (
    <Panel title={t(submitterLabels[view.line.type])} tone="warn">
      <Stack gap="xs">
        {until !== null && (
          <Badge tone="warn" icon="eye">
            {t(inside.disclosedUntil, { date: shortDateTime(until) })}
          </Badge>
        )}
        <Who view={view} />
      </Stack>
    </Panel>
  )
}

function Who({ view }: { readonly view: CaseView }) {
  const { t } = useSpeech()
  const { has } = useSession()
  const facts = usePersonFacts(view)
  const { person, state } = view
  if (person === null) return <Text quiet>{t(whyUnnamed(state.complainant))}</Text>
  return (
    <>
      <Row gap="xs" wrap={false}>
        <Icon name={person.details.kind === 'institution' ? 'building' : 'user'} />
        <Text strong>
          {has('identify') ? (
            <Link href={paths.person(person.id)}>
              <Isolated>{person.displayName}</Isolated>
            </Link>
          ) : (
            <Isolated>{person.displayName}</Isolated>
          )}
        </Text>
      </Row>
      <Facts items={facts} />
    </>
  )
}

/** Whoever may know him is given his id: where he has no record behind it, that was removed (S19). */
function whyUnnamed(complainant: CaseView['state']['complainant']): PlainMessage {
  if (complainant === null || complainant.anonymous) return partsMessages.anonymous
  return complainant.person === null ? partsMessages.personHidden : partsMessages.personForgotten
}

const documentKinds = {
  national_id: partsMessages.documentNational,
  residence: partsMessages.documentResidence,
  passport: partsMessages.documentPassport,
  other: partsMessages.documentOther,
} as const

function usePersonFacts(view: CaseView): readonly Fact[] {
  const { t } = useSpeech()
  const names = useNames(view)
  const details: PersonDetails | undefined = view.person?.details
  if (details === undefined) return []
  const { mobile, phone, email, document, address, governorate } = details
  const facts: readonly (Fact | null)[] = [
    mobile === undefined
      ? null
      : { label: t(partsMessages.mobile), value: <Isolated ltr>{formatPhone(mobile)}</Isolated> },
    phone === undefined
      ? null
      : { label: t(partsMessages.phone), value: <Isolated ltr>{formatPhone(phone)}</Isolated> },
    email === undefined ? null : { label: t(partsMessages.email), value: <Isolated ltr>{email}</Isolated> },
    document === undefined
      ? null
      : { label: t(documentKinds[document.kind]), value: <Isolated ltr>{document.number}</Isolated> },
    governorate === undefined
      ? null
      : { label: t(partsMessages.governorate), value: names.list('governorates', governorate) },
    address === undefined ? null : { label: t(partsMessages.address), value: <Isolated>{address}</Isolated> },
    {
      label: t(partsMessages.complainantKind),
      value: names.list('complainant_kinds', view.state.complainantKind ?? details.complainantKind),
    },
    {
      label: t(partsMessages.personLanguage),
      value: details.language === 'ar' ? t(partsMessages.arabic) : t(partsMessages.english),
    },
  ]
  return facts.filter((fact) => fact !== null)
}
