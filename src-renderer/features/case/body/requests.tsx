import type { CaseView } from '#shared/contract/desktop/views.ts'
import type { Referral } from '#shared/domain/case/state.ts'
import { insideMessages as words } from '#shared/i18n/case-inside.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Badge } from '#renderer/ui/badge.tsx'
import { Row } from '#renderer/ui/layout.tsx'
import { useNames } from '../names.ts'
import { requestStanding } from './request-standing.ts'

/** What the department asked of its directorates, and what they said they need (F-05). */
export function Requests({ view, referral }: { readonly view: CaseView; readonly referral: Referral }) {
  const { t, shortDate } = useSpeech()
  const names = useNames(view)
  if (referral.requests.length === 0) return null
  return (
    <Row gap="xs">
      {referral.requests.map((request) => {
        const { id, directorate, at, answered } = request
        const { message, tone } = looks[requestStanding(referral, request)]
        const date = shortDate(answered?.neededUntil ?? answered?.at ?? at)
        return (
          <Badge key={id} tone={tone} icon="building">
            {t(message, { name: names.unit(directorate), date })}
          </Badge>
        )
      })}
    </Row>
  )
}

const looks = {
  asked: { message: words.askedOn, tone: 'warn' },
  unanswered: { message: words.endedUnanswered, tone: 'neutral' },
  answered: { message: words.answeredOn, tone: 'good' },
  needs: { message: words.needs, tone: 'good' },
} as const satisfies Readonly<Record<ReturnType<typeof requestStanding>, object>>
