import { createContext, useContext } from 'react'
import { must } from '#shared/lib/assert.ts'

/** The fixed words parts of this kit say by themselves; the application gives them in the language of the moment. */
export type WordKey =
  | 'loading'
  | 'floats'
  | 'retry'
  | 'cancel'
  | 'close'
  | 'confirm'
  | 'clear'
  | 'optional'
  | 'errorSummary'
  | 'toErrors'
  | 'openCalendar'
  | 'previousMonth'
  | 'nextMonth'
  | 'dayFormat'
  | 'dayInvalid'
  | 'dayEarly'
  | 'dayLate'
  | 'time'
  | 'timeFormat'
  | 'timeInvalid'
  | 'nothingFound'
  | 'selectRow'
  | 'showTable'
  | 'showChart'
  | 'chooseFiles'
  | 'dropFiles'
  | 'print'
  | 'resize'
  | 'currentStage'
  | 'doneStage'
  | 'staleData'
  | 'more'

/** What happened, what was kept, what to do. */
export interface ErrorWords {
  readonly title: string
  readonly kept: string
  readonly advice: string
}

export interface Words {
  readonly text: Readonly<Record<WordKey, string>>
  readonly number: (value: number) => string
  /** What a number field takes. */
  readonly notNumber: (min: number, max: number) => string
  readonly rowsSelected: (count: number) => string
  /** `YYYY-MM-DD` in words, with the day of the week. */
  readonly day: (day: string) => string
  readonly month: (year: number, month: number) => string
  /** Sunday is 0. */
  readonly weekday: (weekday: number) => string
  readonly error: (error: unknown) => ErrorWords
}

export const WordsContext = createContext<Words | null>(null)

export function useWords(): Words {
  return must(useContext(WordsContext), 'the kit stands inside a KitProvider')
}
