import type { CaseEventType } from '#shared/domain/case/events.ts'
import { eventLabels, otherEventLabels, unknownEvent } from '#shared/i18n/event-labels.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'

/** A new event of the catalogue without words does not compile. */
const ofCases: Readonly<Record<CaseEventType, PlainMessage>> = eventLabels
const labels: Readonly<Record<string, PlainMessage>> = { ...ofCases, ...otherEventLabels }

/** In: type of an event. Out: what it is called. */
export const eventWords = (type: string): PlainMessage => labels[type] ?? unknownEvent
