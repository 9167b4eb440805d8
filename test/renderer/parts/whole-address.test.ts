import { expect, test } from 'vitest'
import { wholeAddress } from '#renderer/parts/whole-address.ts'

test('SYNC-ENROL-1 an address is taken without its scheme, as people say it; what is none is told', () => {
  expect(wholeAddress(' insaf.example:8443 ')).toBe('https://insaf.example:8443')
  expect(wholeAddress('localhost:8090')).toBe('http://localhost:8090')
  expect(wholeAddress('127.0.0.1:8090')).toBe('http://127.0.0.1:8090')
  expect(wholeAddress('http://10.0.0.4')).toBe('http://10.0.0.4')
  for (const wrong of ['', 'ftp://insaf.example', 'my server', 'https://'])
    expect(wholeAddress(wrong), wrong).toBeNull()
})
