import type { ReactNode } from 'react'
import { createContext, useContext, useMemo } from 'react'
import { must } from '#shared/lib/assert.ts'
import type { CountryProfile, FormatSettings } from '#shared/i18n/format.ts'
import {
  formatHijri,
  formatLongDate,
  formatMonth,
  formatNumber,
  formatRatio,
  formatShortDate,
  formatShortDateTime,
  formatSize,
  formatTime,
} from '#shared/i18n/format.ts'
import type { DigitStyle, Language } from '#shared/i18n/messages.ts'
import { speakerOf } from '#shared/wording/speaker.ts'
import type { Speaker } from '#shared/wording/speaker.ts'

/** What a person chose for this window. */
export interface Preferences {
  readonly language: Language
  readonly scheme: 'light' | 'dark' | 'auto'
  readonly digits: DigitStyle
  readonly hijri: boolean
}

/** Where the office is. */
export interface OfficeFormat {
  readonly zone: string
  readonly country: CountryProfile
}

export interface Speech extends Speaker {
  readonly language: Language
  readonly direction: 'rtl' | 'ltr'
  readonly settings: FormatSettings
  /** A name that carries both languages: a list entry, a unit, a refusal. */
  readonly say: (label: { readonly ar: string; readonly en: string }) => string
  readonly longDate: (date: string) => string
  readonly shortDate: (date: string) => string
  readonly time: (instant: string) => string
  readonly shortDateTime: (instant: string) => string
  readonly hijri: (date: string) => string
  readonly month: (year: number, month: number) => string
  readonly number: (value: number, decimals?: number) => string
  readonly ratio: (value: number, decimals?: number) => string
  readonly size: (bytes: number) => string
  readonly preferences: Preferences
  readonly setPreferences: (part: Partial<Preferences>) => void
}

const SpeechContext = createContext<Speech | null>(null)

export interface SpeechProviderProps {
  readonly preferences: Preferences
  readonly setPreferences: (part: Partial<Preferences>) => void
  readonly office: OfficeFormat
  readonly children: ReactNode
}

export function SpeechProvider({ preferences, setPreferences, office, children }: SpeechProviderProps) {
  const speech = useMemo(() => makeSpeech(preferences, setPreferences, office), [preferences, setPreferences, office])
  return <SpeechContext value={speech}>{children}</SpeechContext>
}

/** Words, dates and numbers in the language and by the settings of the moment. */
export function useSpeech(): Speech {
  return must(useContext(SpeechContext), 'the window stands inside a SpeechProvider')
}

export function makeSpeech(
  preferences: Preferences,
  setPreferences: Speech['setPreferences'],
  office: OfficeFormat,
): Speech {
  const { language, digits, hijri } = preferences
  const settings: FormatSettings = { language, digits, hijri, zone: office.zone, country: office.country }
  return {
    language,
    direction: language === 'ar' ? 'rtl' : 'ltr',
    settings,
    ...speakerOf(settings),
    say: (label) => label[language],
    longDate: (date) => formatLongDate(date, settings),
    shortDate: (date) => formatShortDate(date, settings),
    time: (instant) => formatTime(instant, settings),
    shortDateTime: (instant) => formatShortDateTime(instant, settings),
    hijri: (date) => formatHijri(date, settings),
    month: (year, month) => formatMonth(year, month, settings),
    number: (value, decimals) => formatNumber(value, settings, decimals),
    ratio: (value, decimals) => formatRatio(value, settings, decimals),
    size: (bytes) => formatSize(bytes, settings),
    preferences,
    setPreferences,
  }
}
