import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { isSignedBy } from '#core/store/signature.ts'
import { knowSignatures } from './known-signatures.ts'
import { randomOf } from './random.ts'
import { simSigner } from './sim-keys.ts'

const digest = (word: string): Uint8Array => createHash('sha256').update(word).digest()

test('S15 a story takes nobody’s signature for another’s, nor below other words, though it calculates its own but once', () => {
  knowSignatures()
  const [one, other] = [1, 2].map((seed) => simSigner('office-0', 1, randomOf(seed, 'key')))
  if (one === undefined || other === undefined) throw new Error('two were made')
  const signature = one.sign(digest('said'))
  expect(isSignedBy(one.publicKey, digest('said'), signature)).toBe(true)
  expect(isSignedBy(one.publicKey, digest('not said'), signature)).toBe(false)
  expect(isSignedBy(other.publicKey, digest('said'), signature)).toBe(false)
  const broken = signature.map((byte, index) => (index === 9 ? byte ^ 1 : byte))
  expect(isSignedBy(one.publicKey, digest('said'), broken)).toBe(false)
})
