import type { EntrySet } from '#shared/domain/lists/events.ts'
import { otherEventLabels } from '#shared/i18n/event-labels.ts'
import { listLabels } from '#shared/i18n/list-labels.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'
import { joined, same } from './field.ts'

interface Named {
  readonly name?: PlainMessage
}

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
  if (type === 'entry.set') {
    const entry = facts as unknown as EntrySet
    return joined(listLabels[entry.list], entry.labels)
  }
  return byItself.includes(type) ? label : ((facts as Named).name ?? label)
}
