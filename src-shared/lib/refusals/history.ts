import type { RefusalTable } from './sentence.ts'

export const historyRefusals = {
  'history-line-too-long': {
    ar: 'السطر أطول من {limit} حرف',
    en: 'The line is longer than {limit} characters',
  },
  'history-not-a-row': {
    ar: 'السطر ليس حدثاً صحيحاً: {detail}',
    en: 'The line is not a valid event: {detail}',
  },
  'history-bad-time': {
    ar: 'الوقت «{at}» ليس بصيغة ISO 8601 مع فرق التوقيت',
    en: 'The time "{at}" is not ISO 8601 with an offset',
  },
  'history-in-future': {
    ar: 'الوقت «{at}» لم يأتِ بعد، ولا يُستورد إلا ما وقع',
    en: 'The time "{at}" has not come yet; only what has happened is imported',
  },
  'history-unknown-event': {
    ar: 'نوع الحدث «{event}» غير معروف',
    en: 'The event type "{event}" is not known',
  },
  'history-out-of-order': {
    ar: 'الحدث «{event}» لا يأتي في هذا الموضع من سجل الطلب {case}',
    en: 'The event {event} cannot stand at this place of the history of case {case}',
  },
  'history-earlier-than-last': {
    ar: 'وقت الحدث {at} يسبق آخر حدث للطلب {case}',
    en: 'The time {at} is before the last event of case {case}',
  },
  'history-moment': {
    ar: 'وقت الحدث «{event}» هو {at}، ولا يصح إلا بين {since} و{until}',
    en: 'The event {event} names the time {at}; it can only lie between {since} and {until}',
  },
  'history-unknown-reference': {
    ar: 'لا يوجد في سجل الطلب {case} ما اسمه «{name}»',
    en: 'The history of case {case} has nothing called "{name}"',
  },
} as const satisfies RefusalTable
