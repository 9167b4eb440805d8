import { useEffect, useState } from 'react'
import { QueueName } from '#shared/contract/desktop/cases.ts'
import { queueLabels, queuesMessages as messages } from '#shared/i18n/queues.ts'
import { figureCases } from '#renderer/parts/figure-cases.ts'
import { paths } from '#renderer/parts/paths.ts'
import type { ScreenProps } from '#renderer/parts/route.ts'
import { useSession } from '#renderer/parts/session.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { EmptyState } from '#renderer/ui/states.tsx'
import { QueueList } from './queue-list.tsx'
import type { Look } from './queue-store.ts'
import { plainLookOf, useQueues } from './queue-store.ts'

/** A queue, of all cases or of one office's, or exactly the cases behind a figure. */
export function QueueScreen({ params, query }: ScreenProps) {
  const { t } = useSpeech()
  const { session } = useSession()
  const begin = useQueues((state) => state.begin)
  const user = useQueues((state) => state.user)
  const name = QueueName.catch('my_work').parse(params['name'])
  const key = query.get('figure')
  useEffect(() => begin(session.user.id), [begin, session])
  if (user !== session.user.id) return null
  const office = query.get('office')
  if (key !== null) return <Figure key={`figure-${key}`} figureKey={key} title={t(messages.figureGone)} />
  return office === null ? (
    <Queue key={name} name={name} />
  ) : (
    <OfficeQueue key={`${name}-${office}`} name={name} office={office} />
  )
}

/** As a tile counted it (N-05, B-01); how the queue itself is looked at stays as it is. */
function OfficeQueue({ name, office }: { readonly name: QueueName; readonly office: string }) {
  const { t } = useSpeech()
  const [look, setLook] = useState<Look>({ ...plainLookOf(name), filter: { office: [office] } })
  return <QueueList queue={name} title={t(queueLabels[name])} look={look} onLook={setLook} />
}

function Queue({ name }: { readonly name: QueueName }) {
  const { t } = useSpeech()
  const look = useQueues((state) => state.looks[name]) ?? plainLookOf(name)
  const setLook = useQueues((state) => state.look)
  return <QueueList queue={name} title={t(queueLabels[name])} look={look} onLook={(next) => setLook(name, next)} />
}

function Figure({ figureKey, title }: { readonly figureKey: string; readonly title: string }) {
  const { t } = useSpeech()
  const figure = figureCases(figureKey)
  const [look, setLook] = useState({ ...plainLookOf('all'), filter: { ids: [...(figure?.ids ?? [])] } })
  if (figure === null)
    return (
      <Page title={title}>
        <EmptyState
          icon="chart"
          title={title}
          text={t(messages.figureGoneText)}
          action={<Button href={paths.queue('all')}>{t(messages.figureAll)}</Button>}
        />
      </Page>
    )
  return (
    <QueueList
      queue="all"
      title={t(messages.figure, { title: figure.title })}
      look={look}
      onLook={(next) => setLook({ ...next, filter: { ...next.filter, ids: [...figure.ids] } })}
    />
  )
}
