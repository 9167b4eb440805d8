import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { toHex } from '#shared/sync/bytes.ts'
import { contentHash } from '#shared/sync/content-hash.ts'
import { epochLink, nextLink, noLink } from '#shared/sync/link.ts'
import { openPrivatePart, sealPrivatePart } from '#shared/sync/private-part.ts'

const hash = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const place = { device: 'd1', epoch: 1, sequence: 1 }

describe('S15 chain', () => {
  it('S15 the content hash knows the border between envelope and facts', () => {
    expect(toHex(contentHash(hash, bytes('ab'), bytes('c')))).not.toBe(
      toHex(contentHash(hash, bytes('a'), bytes('bc'))),
    )
  })

  it('S15 a link changes with everything it covers', () => {
    const content = contentHash(hash, bytes('{}'), bytes('{}'))
    const links = [
      nextLink(hash, noLink, { place, contentHash: content }),
      nextLink(hash, content, { place, contentHash: content }),
      nextLink(hash, noLink, { place: { ...place, device: 'd2' }, contentHash: content }),
      nextLink(hash, noLink, { place: { ...place, epoch: 2 }, contentHash: content }),
      nextLink(hash, noLink, { place: { ...place, sequence: 2 }, contentHash: content }),
      nextLink(hash, noLink, { place, contentHash: noLink }),
      epochLink(hash, noLink, { device: 'd1', epoch: 1, publicKey: 'aa' }),
      epochLink(hash, noLink, { device: 'd1', epoch: 1, publicKey: 'ab' }),
    ].map(toHex)
    expect(new Set(links).size).toBe(links.length)
  })

  it('S19 a private part opens to its value, and equal values hash apart', () => {
    const one = sealPrivatePart({ name: 'سعاد' }, new Uint8Array(16))
    const two = sealPrivatePart({ name: 'سعاد' }, new Uint8Array(16).fill(1))
    expect(openPrivatePart(one)).toEqual({ name: 'سعاد' })
    expect(toHex(hash(one))).not.toBe(toHex(hash(two)))
  })
})
