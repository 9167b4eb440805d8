import type { ReactNode } from 'react'
import type { OtherRecord } from '#shared/contract/desktop/people.ts'
import { peopleLinkMessages as messages } from '#shared/i18n/people-links.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Badge } from '#renderer/ui/badge.tsx'
import { Row, Stack } from '#renderer/ui/layout.tsx'
import { ElsewhereCases } from './elsewhere-cases.tsx'
import { RecordName } from './record-name.tsx'

interface RecordLineProps extends Pick<OtherRecord, 'id' | 'standing' | 'person' | 'cases'> {
  readonly children: ReactNode
}

const standings = { proposed: messages.proposed, joined: messages.joined, parted: messages.parted } as const
const tones = { proposed: 'warn', joined: 'good', parted: 'neutral' } as const

/** Another record: its name where this office holds it, else only what its office tells of its cases. */
export function RecordLine({ id, standing, person, cases, children }: RecordLineProps) {
  const { t } = useSpeech()
  return (
    <Stack gap="xs">
      <Row justify="between">
        <Badge tone={tones[standing]}>{t(standings[standing])}</Badge>
        {children}
      </Row>
      <RecordName id={id} person={person} />
      {cases.length > 0 && <ElsewhereCases cases={cases} label={t(messages.itsCases)} />}
    </Stack>
  )
}
