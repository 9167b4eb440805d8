import { expect, test } from 'vitest'
import { isShownBy } from '#renderer/features/case/history/entry-looks.ts'

test('UI-4 C-10 a reply that came with files stands under the messages and under the files; one without only there', () => {
  const reply = (files: readonly string[]) => ({ type: 'ref_replied', facts: { files } })
  const shown = (files: readonly string[]) =>
    (['all', 'steps', 'messages', 'files', 'internal'] as const).filter((filter) => isShownBy(filter, reply(files)))
  expect(shown(['sha256:1'])).toEqual(['all', 'messages', 'files'])
  expect(shown([])).toEqual(['all', 'messages'])
  expect(isShownBy('files', { type: 'file_added', facts: {} })).toBe(true)
})
