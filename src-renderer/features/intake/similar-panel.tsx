import { intakeMessages as messages } from '#shared/i18n/intake.ts'
import { api } from '#renderer/client/core.ts'
import { useCoreQuery } from '#renderer/client/use-core.ts'
import { CaseLineList } from '#renderer/parts/case-line-row.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { useDebounced } from '#renderer/parts/use-debounced.ts'
import { AsyncView } from '#renderer/ui/async-view.tsx'
import { Panel } from '#renderer/ui/page.tsx'
import { SkeletonLines } from '#renderer/ui/states.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { useIntake } from './intake-store.ts'

const restMs = 500
const shortest = 12

/** Earlier cases like the one being typed, so that it is not examined twice (L-14). */
export function SimilarPanel() {
  const { t } = useSpeech()
  const subject = useIntake((state) => state.form.subject)
  const body = useIntake((state) => state.form.text)
  const text = useDebounced(`${subject}\n${body}`.trim(), restMs)
  const asked = text.length >= shortest
  const query = useCoreQuery(api.cases.similar.queryOptions({ input: { text } }), {
    enabled: asked,
    keepPrevious: true,
  })
  return (
    <Panel title={t(messages.similar)}>
      {asked ? (
        <AsyncView
          query={query}
          skeleton={<SkeletonLines count={2} />}
          isEmpty={({ lines }) => lines.length === 0}
          empty={<Text quiet>{t(messages.similarNone)}</Text>}
        >
          {({ lines }) => <CaseLineList lines={lines} label={t(messages.similar)} />}
        </AsyncView>
      ) : (
        <Text quiet>{t(messages.similarIdle)}</Text>
      )}
    </Panel>
  )
}
