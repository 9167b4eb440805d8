import type { QueueName } from '#shared/contract/desktop/cases.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'
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

/** How much waits where, as the frame counts it too; each number opens its queue. */
export function QueueTiles({ title }: { readonly title: PlainMessage }) {
  const { t } = useSpeech()
  const counts = useCoreQuery(api.cases.counts.queryOptions({ input: {} }))
  return (
    <Panel title={t(title)}>
      <AsyncView query={counts} skeleton={<SkeletonRows count={2} />}>
        {(data) => <Tiles counts={data} />}
      </AsyncView>
    </Panel>
  )
}

function Tiles({ counts }: { readonly counts: Readonly<Record<QueueName, number>> }) {
  const { t, number } = useSpeech()
  const { unit } = useSession().session
  return (
    <ul className={css['tiles']}>
      {tilesOf(counts, unit).map(({ name, count, urgent }) => (
        <li key={name}>
          <a className={css['tile']} href={paths.queue(name)} data-urgent={urgent || undefined}>
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
