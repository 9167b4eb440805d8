import { useState } from 'react'
import type { CallerHistory } from '#shared/contract/desktop/views.ts'
import { peopleMessages as messages } from '#shared/i18n/people.ts'
import { api } from '#renderer/client/core.ts'
import { useCoreQuery } from '#renderer/client/use-core.ts'
import { CaseLineList } from '#renderer/parts/case-line-row.tsx'
import type { ScreenProps } from '#renderer/parts/route.ts'
import { useSession } from '#renderer/parts/session.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { AsyncView } from '#renderer/ui/async-view.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Isolated } from '#renderer/ui/isolated.tsx'
import { Row, Stack } from '#renderer/ui/layout.tsx'
import { Facts, Page, Panel } from '#renderer/ui/page.tsx'
import { EmptyState, SkeletonLines } from '#renderer/ui/states.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { EditPerson } from './edit-person.tsx'
import { ForgetPerson } from './forget-person.tsx'
import { MovedNote } from './moved-note.tsx'
import { OtherRecordsPanel } from './other-records.tsx'
import { usePersonFacts } from './person-facts.tsx'
import css from './people.module.css'

/** One person: details, correction, everything he brought. */
export function PersonScreen({ params }: ScreenProps) {
  const { t } = useSpeech()
  const id = params['id'] ?? ''
  const query = useCoreQuery(api.people.get.queryOptions({ input: { id } }))
  if (query.data === undefined)
    return (
      <Page title={t(messages.personTitle)}>
        <AsyncView query={query} skeleton={<SkeletonLines count={8} />}>
          {() => null}
        </AsyncView>
      </Page>
    )
  return <Person key={id} history={query.data} onChanged={() => void query.refetch()} />
}

function Person({ history, onChanged }: { readonly history: CallerHistory; readonly onChanged: () => void }) {
  const { t } = useSpeech()
  const { has } = useSession()
  const [editing, setEditing] = useState(false)
  const { person, records, elsewhere, cases, open, total } = history
  const facts = usePersonFacts(person.details)
  const done = () => {
    setEditing(false)
    onChanged()
  }
  const actions = (
    <Row gap="xs">
      {(has('final_closure') || has('manage_store')) && (
        <ForgetPerson person={person} records={records} elsewhere={elsewhere} open={open} />
      )}
      {has('identify') && (
        <Button size="xs" icon="edit" onClick={() => setEditing(true)}>
          {t(messages.edit)}
        </Button>
      )}
    </Row>
  )
  if (editing)
    return (
      <Page title={<Isolated>{person.displayName}</Isolated>} subtitle={t(messages.editTitle)}>
        <EditPerson person={person} onDone={done} onCancel={() => setEditing(false)} />
      </Page>
    )
  return (
    <Page
      title={<Isolated>{person.displayName}</Isolated>}
      subtitle={`${t(messages.counts, { count: total })} – ${t(messages.openCount, { count: open })}`}
    >
      <div className={css['columns']}>
        <Stack>
          <Panel title={t(messages.details)} actions={actions}>
            <Facts items={facts} />
          </Panel>
          {has('identify') && <OtherRecordsPanel id={person.id} onJoined={onChanged} />}
        </Stack>
        <Panel title={t(messages.cases)}>
          {cases.length === 0 ? (
            <EmptyState icon="inbox" title={t(messages.noCases)} />
          ) : (
            <CaseLineList lines={cases} label={t(messages.cases)} />
          )}
          {total > cases.length && (
            <Text quiet size="xs">
              {t(messages.latest, { count: cases.length })}
            </Text>
          )}
          <MovedNote />
        </Panel>
      </div>
    </Page>
  )
}
