import type { Message, ParamArguments } from '#shared/i18n/messages.ts'
import { translate } from '#shared/i18n/messages.ts'

/** The words of the window in Arabic, its first language. */
export function ar<M extends Message>(message: M, ...params: ParamArguments<M>): string {
  return translate(message, 'ar', ...params)
}
