import { failureOf, isRefusal } from '#renderer/client/errors.ts'
import type { Speech } from '#renderer/parts/speech.tsx'
import type { WordKey, Words } from '#renderer/ui/words.ts'
import { kitMessages, kitPhrases } from '#shared/i18n/kit.ts'
import { weekdayNames } from '#shared/i18n/month-names.ts'

/** Gives the kit its words in the language of the moment. */
export function kitWords({ language, t, longDate, month, number, say }: Speech): Words {
  const text = Object.fromEntries(Object.entries(kitMessages).map(([key, message]) => [key, message[language]]))
  return {
    text: text as Record<WordKey, string>,
    number,
    notNumber: (min, max) =>
      max === Number.MAX_SAFE_INTEGER
        ? t(kitPhrases.numberFrom, { min: number(min) })
        : t(kitPhrases.numberBetween, { min: number(min), max: number(max) }),
    rowsSelected: (count) => t(kitPhrases.rowsSelected, { count }),
    day: longDate,
    month,
    weekday: (weekday) => shortWeekday(weekdayNames[language][weekday] ?? '', language),
    error: (error) => ({
      title: say(failureOf(error)),
      kept: t(kitPhrases.kept),
      advice: isRefusal(error) ? '' : t(kitPhrases.adviceRetry),
    }),
  }
}

const shortWeekday = (name: string, language: 'ar' | 'en'): string =>
  language === 'ar' ? name.replace(/^ال/, '') : name.slice(0, 2)
