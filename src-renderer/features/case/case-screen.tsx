import type { ScreenProps } from '#renderer/parts/route.ts'
import { api } from '#renderer/client/core.ts'
import { isRefusal, refusalCode } from '#renderer/client/errors.ts'
import { useCoreQuery } from '#renderer/client/use-core.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { AsyncView } from '#renderer/ui/async-view.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { SkeletonLines } from '#renderer/ui/states.tsx'
import { caseMessages as messages } from '#shared/i18n/case.ts'
import { CasePage } from './case-page.tsx'
import { NotHere } from './not-here.tsx'
import { stepNames } from './steps/step-names.ts'

/** One case, one page (UI-4). */
export function CaseScreen({ params, query: address }: ScreenProps) {
  const { t } = useSpeech()
  const id = params['id'] ?? ''
  const query = useCoreQuery(api.cases.get.queryOptions({ input: { case: id } }))
  const asked = stepNames.find((name) => name === address.get('step')) ?? null
  if (isRefusal(query.error) && refusalCode(query.error) === 'not-found') {
    return <NotHere asked={id} reference={query.data?.line.reference} />
  }
  if (query.data === undefined) {
    return (
      <Page title={t(messages.title)}>
        <AsyncView query={query} skeleton={<SkeletonLines count={10} />}>
          {() => null}
        </AsyncView>
      </Page>
    )
  }
  const conflict = address.get('conflict')
  return (
    <CasePage
      key={`${query.data.line.id}:${asked ?? ''}:${conflict ?? ''}`}
      view={query.data}
      query={query}
      asked={asked}
      conflict={conflict}
    />
  )
}
