import type { CaseView } from '#shared/contract/desktop/views.ts'
import type { Referral } from '#shared/domain/case/state.ts'
import { insideMessages as words } from '#shared/i18n/case-inside.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Badge } from '#renderer/ui/badge.tsx'
import { Row } from '#renderer/ui/layout.tsx'
import { useNames } from '../names.ts'

/** What the department asked of its directorates, and what they said they need (F-05). */
export function Requests({ view, referral }: { readonly view: CaseView; readonly referral: Referral }) {
  const { t, shortDate } = useSpeech()
  const names = useNames(view)
  if (referral.requests.length === 0) return null
  return (
    <Row gap="xs">
      {referral.requests.map(({ id, directorate, at, answered }) => {
        const name = names.unit(directorate)
        if (answered === null)
          return (
            <Badge key={id} tone="warn" icon="building">
              {t(words.askedOn, { name, date: shortDate(at) })}
            </Badge>
          )
        return (
          <Badge key={id} tone="good" icon="building">
            {answered.neededUntil === null
              ? t(words.answeredOn, { name, date: shortDate(answered.at) })
              : t(words.needs, { name, date: shortDate(answered.neededUntil) })}
          </Badge>
        )
      })}
    </Row>
  )
}
