import { attemptResultLabels, writtenResultLabels } from '#shared/i18n/codes.ts'

/** In: the way of an attempt. Out: whether it was written, and not said. */
export const isWritten = (channel: string | null): boolean =>
  channel !== null && ['sms', 'email', 'post'].includes(channel)

/** In: the way of an attempt. Out: what its results are called, wherever they are named (Z-03). */
export const attemptLabelsBy = (channel: string | null) =>
  isWritten(channel) ? { ...attemptResultLabels, ...writtenResultLabels } : attemptResultLabels
