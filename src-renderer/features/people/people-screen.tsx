import { useState } from 'react'
import { peopleMessages as messages } from '#shared/i18n/people.ts'
import { api } from '#renderer/client/core.ts'
import { useCoreQuery } from '#renderer/client/use-core.ts'
import { paths } from '#renderer/parts/paths.ts'
import { PersonLine } from '#renderer/parts/person-line.tsx'
import type { ScreenProps } from '#renderer/parts/route.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { useDebounced } from '#renderer/parts/use-debounced.ts'
import { AsyncView } from '#renderer/ui/async-view.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { Stack } from '#renderer/ui/layout.tsx'
import { Page, Panel } from '#renderer/ui/page.tsx'
import { EmptyState, SkeletonRows } from '#renderer/ui/states.tsx'
import { isDialogOpen } from '#renderer/ui/take-focus.ts'
import { TextField } from '#renderer/ui/text-field.tsx'
import { ProposedPairs } from './proposed-pairs.tsx'
import css from './people.module.css'

const most = 30

/** Finding a complainant by name in any spelling, phone or document. */
export function PeopleScreen({ query: place }: ScreenProps) {
  const { t } = useSpeech()
  const [text, setText] = useState(place.get('text') ?? '')
  const asked = useDebounced(text.trim(), 200)
  const query = useCoreQuery(
    api.people.search.queryOptions({ input: { text: asked === '' ? '-' : asked, limit: most } }),
    { enabled: asked !== '', keepPrevious: true },
  )
  return (
    <Page title={t(messages.title)}>
      <div role="search">
        <TextField
          autoFocus={!isDialogOpen()}
          name="people"
          label={t(messages.box)}
          hint={t(messages.boxHint)}
          value={text}
          maxLength={200}
          onChange={setText}
          before={<Icon name="search" />}
        />
      </div>
      {asked === '' ? (
        <Stack>
          <EmptyState icon="users" title={t(messages.idle)} />
          <ProposedPairs />
        </Stack>
      ) : (
        <AsyncView
          query={query}
          skeleton={<SkeletonRows count={5} />}
          isEmpty={(found) => found.length === 0}
          empty={<EmptyState icon="users" title={t(messages.none)} />}
        >
          {(found) => (
            <Panel title={t(messages.results)}>
              <ul className={css['list']} aria-label={t(messages.results)}>
                {found.map((person) => (
                  <li key={person.id} className={css['item']}>
                    <PersonLine person={person} href={paths.person(person.id)} />
                  </li>
                ))}
              </ul>
            </Panel>
          )}
        </AsyncView>
      )}
    </Page>
  )
}
