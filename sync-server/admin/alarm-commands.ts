/** What somebody must look at, in plain words, and the word that it was seen. */
import { z } from 'zod'
import { translate } from '#shared/i18n/messages.ts'
import { serverMessages } from '#shared/i18n/server.ts'
import { isRefusalCode, refusalSentence } from '#shared/lib/refusals/catalogue.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { readAlarms, settleAlarm } from '#server/devices/alarms.ts'
import type { OpenAlarm } from '#server/devices/alarms.ts'
import type { AdminHost } from './admin-host.ts'

/** What was raised of one machine again and again is one line: the first time, the last, and how often. */
export async function listAlarms({ server }: AdminHost): Promise<Result<object>> {
  const alike = Map.groupBy(await readAlarms(server.db), ({ device, code }) => `${device} ${code}`)
  return ok([...alike.values()].map(shownAs))
}

function shownAs(alike: readonly OpenAlarm[]): object {
  const { id, device, code, detail, raisedAt } = alike.at(-1) as OpenAlarm
  const words = { ar: wordsOf({ code, detail }, 'ar'), en: wordsOf({ code, detail }, 'en') }
  return { alarm: id, since: alike[0]?.raisedAt, at: raisedAt, times: alike.length, device, code, ...words, detail }
}

/** What no refusal has a sentence for. */
const others: Readonly<Record<string, (typeof serverMessages)['machineCopied' | 'heldUnreadable']>> = {
  'sync-machine-copied': serverMessages.machineCopied,
  'held-unreadable': serverMessages.heldUnreadable,
}

function wordsOf({ code, detail }: Pick<OpenAlarm, 'code' | 'detail'>, language: 'ar' | 'en'): string {
  if (isRefusalCode(code)) return refusalSentence(code, paramsOf(detail), language)
  const message = others[code]
  return message === undefined ? code : translate(message, language)
}

const paramsOf = (detail: string) =>
  z
    .record(z.string(), z.union([z.string(), z.number()]))
    .catch({})
    .parse(JSON.parse(detail))

/** Said again, it answers the same. */
export const settle = async ({ server }: AdminHost, { alarm }: { readonly alarm: string }): Promise<Result<object>> =>
  (await settleAlarm(server.db, alarm)) ? ok({ alarm, settled: true }) : refuse('not-found', { what: alarm })
