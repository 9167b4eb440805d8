import type { QueueName } from '#shared/contract/desktop/cases.ts'
import type { Named } from '#shared/contract/desktop/views.ts'
import { dashboardMessages as words } from '#shared/i18n/dashboard.ts'
import { queueLabels } from '#shared/i18n/queues.ts'
import { api } from '#renderer/client/core.ts'
import { useCoreQuery } from '#renderer/client/use-core.ts'
import { paths } from '#renderer/parts/paths.ts'
import { useSession } from '#renderer/parts/session.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { AsyncView } from '#renderer/ui/async-view.tsx'
import { Panel } from '#renderer/ui/page.tsx'
import { SkeletonRows } from '#renderer/ui/states.tsx'
import { tilesOf } from './tiles-of.ts'
import css from './dashboard.module.css'

interface QueueTilesProps {
  /** One office, as the figures above it; null for all (N-05). */
  readonly of: Named | null
}

/** How much waits where, as the frame counts it too, or of one office; each number opens its queue. */
export function QueueTiles({ of }: QueueTilesProps) {
  const { t, say } = useSpeech()
  const input = of === null ? {} : { office: of.id }
  const counts = useCoreQuery(api.cases.counts.queryOptions({ input }), { keepPrevious: true })
  return (
    <Panel title={of === null ? t(words.queues) : t(words.queuesOf, { office: say(of.name) })}>
      <AsyncView query={counts} skeleton={<SkeletonRows count={2} />}>
        {(data) => <Tiles counts={data} query={input} />}
      </AsyncView>
    </Panel>
  )
}

interface TilesProps {
  readonly counts: Readonly<Record<QueueName, number>>
  readonly query: Readonly<Record<string, string>>
}

function Tiles({ counts, query }: TilesProps) {
  const { t, number } = useSpeech()
  const { unit } = useSession().session
  return (
    <ul className={css['tiles']}>
      {tilesOf(counts, unit).map(({ name, count, urgent }) => (
        <li key={name}>
          <a className={css['tile']} href={paths.queue(name, query)} data-urgent={urgent || undefined}>
            <span className={css['tile-count']}>
              <bdi>{number(count)}</bdi>
            </span>
            <span className={css['tile-label']}>{t(queueLabels[name])}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
