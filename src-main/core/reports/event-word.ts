import { eventLabels } from '#shared/i18n/event-labels.ts'

/** In: code of an event. Out: what it is called in Arabic; null where it has no name. */
export const eventWord = (code: unknown): string | null =>
  Object.entries(eventLabels).find(([known]) => known === code)?.[1].ar ?? null
