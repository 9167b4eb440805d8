import { describe, expect, it } from 'vitest'
import type { FormatSettings } from '#shared/i18n/format.ts'
import {
  dayOf,
  formatDate,
  formatDateTime,
  formatHijri,
  formatLongDate,
  formatNumber,
  formatRatio,
  formatShortDate,
  formatSize,
  formatTime,
} from '#shared/i18n/format.ts'
import { bentWorkingTime, formatElapsed, formatWorkingMinutes, sayWorkingTime } from '#shared/i18n/durations.ts'

const jordan: FormatSettings = { language: 'ar', digits: 'latin', zone: 'Asia/Amman', hijri: false, country: 'JO' }
const saudi: FormatSettings = { language: 'ar', digits: 'arabic', zone: 'Asia/Riyadh', hijri: true, country: 'SA' }
const english: FormatSettings = { ...jordan, language: 'en' }

describe('UI-10 dates and numbers', () => {
  it('UI-10 month names follow the country', () => {
    expect(formatDate('2026-01-15', jordan)).toBe('15 كانون الثاني 2026')
    expect(formatDate('2026-01-15', { ...jordan, country: 'EG' })).toBe('15 يناير 2026')
    expect(formatLongDate('2026-02-15', english)).toBe('Sunday, 15 February 2026')
  })

  it('UI-10 a moment is read in the zone of the office', () => {
    expect(dayOf('2026-02-14T22:30:00.000Z', 'Asia/Riyadh')).toBe('2026-02-15')
    expect(formatTime('2026-02-14T11:05:00.000Z', { ...saudi, digits: 'latin' })).toBe('2:05\u00A0م')
    expect(formatTime('2026-02-14T21:05:00.000Z', english)).toBe('00:05')
    expect(formatDateTime('2026-02-14T07:30:00.000Z', jordan)).toBe('14 شباط 2026، 10:30\u00A0ص')
  })

  it('UI-10 Hijri (Umm al-Qura) beside Gregorian, in Arabic-Indic digits', () => {
    expect(formatDate('2026-02-18', saudi)).toBe('١٨ فبراير ٢٠٢٦ (١ رمضان ١٤٤٧\u00A0هـ)')
    expect(formatHijri('2025-06-26', { ...english, hijri: true })).toBe('1 Muharram 1447\u00A0AH')
    expect(formatHijri('2026-02-17T21:30:00.000Z', saudi)).toBe('١ رمضان ١٤٤٧\u00A0هـ')
  })

  it('UI-10 numbers, ratios and sizes', () => {
    expect(formatNumber(12345.678, jordan)).toBe('12,345.68')
    expect(formatNumber(1234.5, saudi)).toBe('١٬٢٣٤٫٥')
    expect(formatRatio(0.8532, jordan)).toBe('85.3%')
    expect(formatSize(2_400_000, jordan)).toBe('2.4 ميغابايت')
    expect(formatSize(512, english)).toBe('512 bytes')
    expect(formatShortDate('2026-02-05', saudi)).toBe('٠٥/٠٢/٢٠٢٦')
  })

  it('W1 durations are told in working time', () => {
    expect(formatWorkingMinutes(966, 420, jordan)).toBe('2.3 أيام عمل')
    expect(formatWorkingMinutes(420, 420, jordan)).toBe('يوم عمل واحد')
    expect(formatWorkingMinutes(840, 420, jordan)).toBe('يوما عمل')
    expect(formatWorkingMinutes(45, 420, jordan)).toBe('45 دقيقة عمل')
    expect(formatWorkingMinutes(150, 420, english)).toBe('2 working hours 30 minutes')
    expect(formatWorkingMinutes(348, 420, jordan)).toBe('5 ساعات عمل و48 دقيقة')
    expect(formatElapsed(75_000, jordan)).toBe('1:15')
  })

  it('UI-10 working time that is left or late is told in days and hours, or in hours and minutes', () => {
    expect(bentWorkingTime(sayWorkingTime(840, 420, jordan))).toBe('يومي عمل')
    expect(bentWorkingTime(sayWorkingTime(960, 420, jordan))).toBe('يومي عمل وساعتين')
    expect(bentWorkingTime(sayWorkingTime(420, 420, jordan))).toBe('يوم عمل واحد')
    expect(sayWorkingTime(0, 420, { ...jordan, language: 'en' })).toBe('less than a minute')
    expect(sayWorkingTime(1176, 420, jordan)).toBe('يوما عمل و5 ساعات')
    expect(sayWorkingTime(1176, 420, english)).toBe('2 working days 5 hours')
    expect(sayWorkingTime(-490, 420, jordan)).toBe('يوم عمل واحد وساعة')
    expect(sayWorkingTime(840 + 59, 420, jordan)).toBe('يوما عمل')
    expect(sayWorkingTime(348, 420, jordan)).toBe('5 ساعات عمل و48 دقيقة')
    expect(sayWorkingTime(45, 420, english)).toBe('45 working minutes')
  })
})
