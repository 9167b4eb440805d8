import { api } from '#renderer/client/core.ts'
import { useCoreQuery } from '#renderer/client/use-core.ts'
import { paths } from '#renderer/parts/paths.ts'
import { useSession } from '#renderer/parts/session.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import type { IconName } from '#renderer/ui/icon-paths.ts'
import { useLocation } from '#renderer/ui/navigation.ts'
import { frameMessages as words } from '#shared/i18n/frame.ts'
import { queueLabels, queuesMessages } from '#shared/i18n/queues.ts'
import { shownQueues } from './shown-queues.ts'
import type { ShownQueue } from './shown-queues.ts'
import css from './frame.module.css'

/** Queues with their counts, and the places beside them. */
export function SideNavigation() {
  const { t } = useSpeech()
  const { has, session } = useSession()
  const counts = useCoreQuery(api.cases.counts.queryOptions({ input: {} }))
  const mayManage = has('manage_lists') || has('manage_users') || has('manage_store')
  return (
    <nav className={css['side']} aria-label={t(words.navigation)}>
      {has('register') && (
        <Button kind="primary" icon="plus" href={paths.register()} fullWidth>
          {t(words.register)}
        </Button>
      )}
      <div>
        <h2 className={css['group-title']}>{t(words.queues)}</h2>
        <ul className={css['group']}>
          {shownQueues(session.unit, counts.data).map((queue) => (
            <QueueItem key={queue.name} queue={queue} count={counts.data?.[queue.name]} />
          ))}
          <MovedAway />
        </ul>
      </div>
      <div>
        <h2 className={css['group-title']}>{t(words.overview)}</h2>
        <ul className={css['group']}>
          {has('report') && <Item href={paths.dashboard()} icon="chart" label={t(words.dashboard)} />}
          {has('report') && <Item href={paths.reports()} icon="file" label={t(words.reports)} />}
          {mayManage && <Item href={paths.settings()} icon="settings" label={t(words.settings)} within="/settings" />}
          <Item href={paths.help()} icon="info" label={t(words.help)} within="/help" />
        </ul>
      </div>
    </nav>
  )
}

function QueueItem({ queue, count }: { readonly queue: ShownQueue; readonly count: number | undefined }) {
  const { t, number } = useSpeech()
  const { name, icon, urgent = false } = queue
  return (
    <Item
      href={paths.queue(name)}
      icon={icon}
      label={t(queueLabels[name])}
      count={count === undefined ? '' : number(count)}
      urgent={urgent && count !== undefined && count > 0}
    />
  )
}

/** Shown only while there are any: most offices never lose a case by a move. */
function MovedAway() {
  const { t, number } = useSpeech()
  const moved = useCoreQuery(api.cases.movedAway.queryOptions({ input: { page: { offset: 0, limit: 1 } } }))
  const total = moved.data?.total ?? 0
  if (total === 0) return null
  return <Item href={paths.moved()} icon="send" label={t(queuesMessages.movedAway)} count={number(total)} />
}

interface ItemProps {
  readonly href: string
  readonly icon: IconName
  readonly label: string
  readonly count?: string
  readonly urgent?: boolean
  /** Marks every address below this one. */
  readonly within?: string
}

function Item({ href, icon, label, count = '', urgent = false, within }: ItemProps) {
  const { path } = useLocation()
  const here = within === undefined ? `#${path}` === href : path.startsWith(within)
  return (
    <li>
      <a className={css['item']} href={href} aria-current={here ? 'page' : undefined}>
        <Icon name={icon} />
        <span className={css['item-label']}>{label}</span>
        {count !== '' && (
          <span className={css['count']} data-urgent={urgent || undefined}>
            <bdi>{count}</bdi>
          </span>
        )}
      </a>
    </li>
  )
}
