import type { ConflictView } from '#shared/contract/desktop/sync.ts'
import type { CaseView } from '#shared/contract/desktop/views.ts'
import { conflictMessages as words } from '#shared/i18n/conflict.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Table } from '#renderer/ui/table.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { useNames } from '../names.ts'
import { fieldWords, saidValue } from './field-words.ts'

interface SidesProps {
  readonly view: CaseView
  readonly conflict: ConflictView
}

/** Field by field: what stands, by whom and when, and beside it what the other meant. */
export function Sides({ view, conflict }: SidesProps) {
  const speech = useSpeech()
  const { t } = speech
  const names = useNames(view)
  const by = useBy(view)
  const shown = (name: string, value: unknown) => {
    const say = fieldWords(conflict.type, name)?.say ?? ((text: string) => text)
    const said = saidValue(value, say, { speech, names, person: view.person })
    return said === null ? <Text quiet>{t(words.nothing)}</Text> : <Text typed>{said}</Text>
  }
  if (conflict.fields.length === 0) return <Text>{t(words.same)}</Text>
  return (
    <Table
      caption={t(words.caption, { reference: view.line.reference })}
      rows={conflict.fields}
      keyOf={({ name }) => name}
      columns={[
        {
          key: 'field',
          header: t(words.field),
          cell: ({ name }) => {
            const known = fieldWords(conflict.type, name)
            return known === null ? <bdi>{name}</bdi> : t(known.label)
          },
        },
        {
          key: 'standing',
          header: t(words.standsBy, { by: by(conflict.standing) }),
          cell: ({ name, standing }) => shown(name, standing),
        },
        {
          key: 'intended',
          header: t(words.intendedBy, { by: by(conflict.event) }),
          cell: ({ name, intended }) => shown(name, intended),
        },
      ]}
    />
  )
}

/** Who did it and when, in one breath. */
function useBy(view: CaseView): (event: string | null) => string {
  const { t, say, shortDateTime } = useSpeech()
  return (event) => {
    const entry = view.timeline.find(({ id }) => id === event)
    return entry === undefined
      ? t(words.nobody)
      : t(words.by, { who: say(entry.actor.name), when: shortDateTime(entry.at) })
  }
}
