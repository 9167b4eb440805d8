import type { ProposedPair } from '#shared/contract/desktop/people.ts'
import { peopleLinkMessages as messages } from '#shared/i18n/people-links.ts'
import { api, core } from '#renderer/client/core.ts'
import { useCoreAction, useCoreQuery } from '#renderer/client/use-core.ts'
import { paths } from '#renderer/parts/paths.ts'
import { PersonLine } from '#renderer/parts/person-line.tsx'
import { Refused } from '#renderer/parts/refused.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Panel } from '#renderer/ui/page.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { useState } from 'react'
import { ElsewhereCases } from './elsewhere-cases.tsx'
import css from './people.module.css'

/** Records of this office that the server takes for the same human as another one: asked for by hand (L-16, SYNC-PEOPLE-1). */
export function ProposedPairs() {
  const { t } = useSpeech()
  const [pairs, setPairs] = useState<readonly ProposedPair[] | null>(null)
  const { data: status } = useCoreQuery(api.sync.status.queryOptions())
  const ask = useCoreAction(core.people.proposals, setPairs)
  if (status === undefined || status.link.kind === 'stand_alone') return null
  const button = (
    <Button size="xs" icon="search" busy={ask.busy} onClick={() => void ask.run({})}>
      {t(messages.askPairs)}
    </Button>
  )
  return (
    <Panel title={t(messages.pairs)} actions={button}>
      <Refused refusal={ask.refusal} />
      <Text quiet>{t(pairs?.length === 0 ? messages.noPairs : messages.pairsNote)}</Text>
      <ul className={css['list']} aria-label={t(messages.pairs)}>
        {pairs?.map(({ person, other, cases }) => (
          <li key={`${person.id} ${other}`} className={css['item']}>
            <PersonLine person={person} href={paths.person(person.id)} />
            {cases.length > 0 && <ElsewhereCases cases={cases} label={t(messages.itsCases)} />}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
