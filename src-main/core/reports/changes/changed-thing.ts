import { z } from 'zod'
import { Label } from '#shared/domain/access/events.ts'
import { EntrySet } from '#shared/domain/lists/events.ts'
import { otherEventLabels } from '#shared/i18n/event-labels.ts'
import { listLabels } from '#shared/i18n/list-labels.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'
import { joined, same } from './field.ts'

const Entry = EntrySet.pick({ list: true, labels: true })
const Named = z.object({ name: Label })

const byItself: readonly string[] = [
  'settings.set',
  'calendar.set',
  'targets.set',
  'goals.set',
  'priorities.set',
  'ladder.set',
]

/** In: type and facts of an event that sets what an office works by. Out: what it is about: a name, an entry and its list. */
export function changedThing(type: string, facts: Readonly<Record<string, unknown>>): PlainMessage {
  const labels: Readonly<Record<string, PlainMessage>> = otherEventLabels
  const label = labels[type] ?? same(type)
  if (byItself.includes(type)) return label
  if (type !== 'entry.set') return Named.safeParse(facts).data?.name ?? label
  // One of a list that only a newer program knows is told by its kind alone.
  const entry = Entry.safeParse(facts).data
  return entry === undefined ? label : joined(listLabels[entry.list], entry.labels)
}
