import { caseMessages as messages } from '#shared/i18n/case.ts'
import { api } from '#renderer/client/core.ts'
import { useCoreQuery } from '#renderer/client/use-core.ts'
import { MovedNumber } from '#renderer/parts/moved-number.tsx'
import { paths } from '#renderer/parts/paths.ts'
import { isDepartment, useSession } from '#renderer/parts/session.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { EmptyState } from '#renderer/ui/states.tsx'

interface NotHereProps {
  /** What the address names: an id or a reference number. */
  readonly asked: string
  /** Of the case that was on screen until now: it left this machine, or is no longer for whoever sits here, and does not stay in sight. */
  readonly reference: string | undefined
}

/** A case that is not here, or not for this reader; of one that was moved away it is said where it is (G-07, R-08). */
export function NotHere({ asked, reference }: NotHereProps) {
  const { t } = useSpeech()
  const { unit } = useSession().session
  const input = { text: reference ?? asked, page: { offset: 0, limit: 1 } }
  const moved = useCoreQuery(api.cases.search.queryOptions({ input })).data?.moved ?? null
  const gone = isDepartment(unit) ? messages.goneText : messages.goneTextOffice
  const wasHere = reference !== undefined
  return (
    <Page title={t(messages.notFound)}>
      {moved === null ? (
        <EmptyState
          icon="lock"
          title={t(wasHere ? messages.goneTitle : messages.notFoundTitle)}
          text={t(wasHere ? gone : messages.notFoundText)}
          action={<Button href={paths.home()}>{t(messages.goHome)}</Button>}
        />
      ) : (
        <MovedNumber moved={moved} />
      )}
    </Page>
  )
}
