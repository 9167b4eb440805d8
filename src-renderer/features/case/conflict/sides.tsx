import type { ConflictSides } from '#shared/contract/desktop/sync.ts'
import type { CaseView, TimelineEntry } from '#shared/contract/desktop/views.ts'
import { conflictMessages as words } from '#shared/i18n/conflict.ts'
import { sentenceOf } from '#shared/wording/case-sentences.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Table } from '#renderer/ui/table.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { useNames } from '../names.ts'
import { actorOf } from './actor-of.ts'
import { fieldWords, saidValue } from './field-words.ts'

interface SidesProps {
  readonly view: CaseView
  readonly conflict: ConflictSides
  /** More was done at once: each part says what it is. */
  readonly isOneOfMany: boolean
}

type Line = { readonly kind: 'by' } | ({ readonly kind: 'field' } & ConflictSides['fields'][number])

/** Who did it and when, then field by field: what stands, and beside it what the other meant. */
export function Sides({ view, conflict, isOneOfMany }: SidesProps) {
  const speech = useSpeech()
  const { t, say } = speech
  const names = useNames(view)
  const entryOf = (event: string | null) => view.timeline.find(({ id }) => id === event)
  const entries = [conflict.standing, conflict.event].flatMap((event) => entryOf(event) ?? [])
  const types = new Set(entries.map(({ type }) => type))
  const by = useBy(view, types)
  const typeOf = (event: string | null): string => entryOf(event)?.type ?? conflict.type
  const both = [conflict.type, typeOf(conflict.standing)]
  const value = (side: 'standing' | 'intended', event: string | null) => (line: Line) =>
    line.kind === 'by' ? (
      <Text strong typed>
        {by(entryOf(event))}
      </Text>
    ) : (
      <Said view={view} type={typeOf(event)} {...said(line, side)} />
    )
  const fields = conflict.fields.filter(({ name, intended }) => intended !== null || wordsOf(both, name) !== null)
  const what = entryOf(conflict.event)
  const before = {
    key: 'before',
    header: t(words.before),
    cell: (line: Line) =>
      line.kind === 'by' ? null : <Said view={view} type={conflict.type} name={line.name} value={line.before} />,
  }
  const title = isOneOfMany && what !== undefined && sentenceOf(what.type, what.facts, { speech, names })
  if (fields.length === 0 && types.size === 1)
    return <Text>{title === false ? t(words.same) : t(words.partSame, { what: title })}</Text>
  return (
    <Table<Line>
      caption={t(words.caption, { reference: view.line.reference })}
      rows={[{ kind: 'by' }, ...fields.map((field) => ({ kind: 'field', ...field }) as const)]}
      keyOf={(line) => (line.kind === 'by' ? '' : line.name)}
      columns={[
        { key: 'field', header: t(words.field), cell: (line) => <FieldName types={both} line={line} /> },
        { key: 'standing', header: t(words.stands), cell: value('standing', conflict.standing) },
        {
          key: 'intended',
          header: t(words.intended, { who: say(actorOf(view, conflict.event)) }),
          cell: value('intended', conflict.event),
        },
        ...(fields.some(({ before }) => before !== null) ? [before] : []),
      ]}
    />
  )
}

const said = (line: Extract<Line, { readonly kind: 'field' }>, side: 'standing' | 'intended') => ({
  name: line.name,
  value: line[side],
})

/** As the one or the other names it: the two may have done different things. */
const wordsOf = (types: readonly string[], name: string) =>
  types.map((type) => fieldWords(type, name)).find((found) => found !== null) ?? null

function FieldName({ types, line }: { readonly types: readonly string[]; readonly line: Line }) {
  const { t } = useSpeech()
  if (line.kind === 'by') return t(words.whoWhen)
  const known = wordsOf(types, line.name)
  return known === null ? <bdi>{line.name}</bdi> : t(known.label)
}

interface SaidProps {
  readonly view: CaseView
  readonly type: string
  readonly name: string
  readonly value: unknown
}

function Said({ view, type, name, value }: SaidProps) {
  const speech = useSpeech()
  const names = useNames(view)
  const say = fieldWords(type, name)?.say ?? ((text: string) => text)
  const text = saidValue(value, say, { speech, names, person: view.person, files: view.files })
  return text === null ? <Text quiet>{speech.t(words.nothing)}</Text> : <Text typed>{text}</Text>
}

/** Who did it and when, in one breath, and what it was where the two did not do the same. */
function useBy(view: CaseView, types: ReadonlySet<string>): (entry: TimelineEntry | undefined) => string {
  const speech = useSpeech()
  const names = useNames(view)
  const { t, say, shortDateTime } = speech
  return (entry) => {
    if (entry === undefined) return t(words.nobody)
    const by = t(words.by, { who: say(entry.actor.name), when: shortDateTime(entry.at) })
    return types.size === 1 ? by : `${sentenceOf(entry.type, entry.facts, { speech, names })}\n${by}`
  }
}
