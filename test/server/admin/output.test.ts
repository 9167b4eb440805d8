import { expect, test } from 'vitest'
import { readable } from '#server/admin/output.ts'

test('G-02 a moment in a refused command is read in the zone of its machine; what is none stays', () => {
  const params = { since: '2026-11-30T18:12:07.000Z', waiting: 2, device: '2026' }
  expect(readable(params, 'Asia/Amman')).toEqual({ since: '30/11/2026 21:12', waiting: 2, device: '2026' })
})
