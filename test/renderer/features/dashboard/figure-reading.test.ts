import { describe, expect, it } from 'vitest'
import { readFigure } from '#renderer/features/dashboard/figure-reading.ts'
import { makeSpeech } from '#renderer/parts/speech.tsx'
import type { FigureView } from '#shared/contract/desktop/reports.ts'

const english = makeSpeech({ language: 'en', scheme: 'light', digits: 'latin', hijri: false }, () => undefined, {
  zone: 'Asia/Riyadh',
  country: 'SA',
})
const ratio = (numerator: number, denominator: number): FigureView => ({
  code: 'K3a.cycle1',
  value: denominator === 0 ? null : numerator / denominator,
  unit: 'ratio',
  numerator,
  denominator,
  provisional: false,
})

describe('P5 small numbers on a card', () => {
  it('P5 nothing to divide by is never 0% or 100%', () => {
    expect(readFigure(english, ratio(0, 0), 420).value).toBe('Not applicable')
  })

  it('P5 below ten the count leads and the percentage stands back', () => {
    expect(readFigure(english, ratio(7, 9), 420)).toEqual({ value: '7 of 9', base: '77.8%', small: true })
    expect(readFigure(english, ratio(8, 10), 420)).toEqual({ value: '80%', base: '8 of 10', small: false })
  })

  it('W10 durations are read in working days of this office', () => {
    const figure: FigureView = { ...ratio(0, 12), unit: 'minutes', value: 840, numerator: null }
    expect(readFigure(english, figure, 420).value).toBe('2 working days')
    expect(readFigure(english, figure, 480).value).toBe('1.8 working days')
  })
})
