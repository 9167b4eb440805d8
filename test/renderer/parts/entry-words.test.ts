import { expect, it } from 'vitest'
import { entryWords } from '#renderer/parts/entry-words.ts'

const paper = { ar: 'بريد رسمي', en: 'Official post' }
const desk = { ar: 'مكتب الاستقبال', en: 'Front desk' }
const other = { ar: 'غيره', en: 'Another' }

const lists = [
  {
    list: 'channels' as const,
    entries: [{ code: 'desk', labels: desk }],
    elsewhere: [
      { code: 'paper', labels: paper },
      { code: 'desk', labels: other },
    ],
  },
]

it('G-07 G-03 the window calls an entry as this office does, else as another whose list is here, else it says that it is of elsewhere', () => {
  const called = entryWords(lists)
  expect(called('channels', 'desk')).toEqual(desk)
  expect(called('channels', 'paper')).toEqual(paper)
  expect(called('channels', 'kiosk')).toEqual({
    ar: 'بند من مكتب آخر: \u2068kiosk\u2069',
    en: 'Entry of another office: \u2068kiosk\u2069',
  })
  // Before the lists are here nothing is said of elsewhere.
  expect(entryWords(undefined)('channels', 'desk').en).toBe('desk')
})
