/*
 * AEGIS-256 without its tag (draft-irtf-cfrg-aegis-aead): what opens the pages of a store outside SQLite. A word is one
 * column of AES, its first byte the lowest; a block is four words.
 */
type Block = Uint32Array
type State = [Block, Block, Block, Block, Block, Block]

const c0 = wordsOf(Buffer.from('000101020305080d1522375990e97962', 'hex'))
const c1 = wordsOf(Buffer.from('db3d18556dc22ff12011314273b528dd', 'hex'))
const columns = roundTables()

export interface Secret {
  /** 32 bytes each. */
  readonly key: Uint8Array
  readonly nonce: Uint8Array
}

/** Out: the plain bytes, as many as went in. */
export function decrypt(secret: Secret, bytes: Uint8Array): Buffer {
  let state = begin(secret)
  const plain = Buffer.alloc(Math.ceil(bytes.length / 16) * 16)
  plain.set(bytes)
  for (let at = 0; at < bytes.length; at += 16) {
    const block = xor(wordsOf(plain.subarray(at, at + 16)), keyStream(state))
    const rest = Math.min(16, bytes.length - at)
    const opened = bytesOf(block).fill(0, rest)
    opened.copy(plain, at)
    state = updated(state, wordsOf(opened))
  }
  return plain.subarray(0, bytes.length)
}

/** The stream of keys that zeros would be hidden by. */
export function streamOf(secret: Secret, length: number): Buffer {
  let state = begin(secret)
  const out = Buffer.alloc(length)
  for (let at = 0; at < length; at += 16) {
    bytesOf(keyStream(state)).copy(out, at)
    state = updated(state, new Uint32Array(4))
  }
  return out
}

function begin({ key, nonce }: Secret): State {
  const [k0, k1] = [wordsOf(key.subarray(0, 16)), wordsOf(key.subarray(16))]
  const [n0, n1] = [xor(k0, wordsOf(nonce.subarray(0, 16))), xor(k1, wordsOf(nonce.subarray(16)))]
  let state: State = [n0, n1, c1, c0, xor(k0, c0), xor(k1, c1)]
  for (let times = 0; times < 4; times += 1) for (const word of [k0, k1, n0, n1]) state = updated(state, word)
  return state
}

const keyStream = (s: State): Block => xor(xor(s[1], s[4]), xor(s[5], and(s[2], s[3])))

function updated(s: State, message: Block): State {
  const [a, b, c, d, e, f] = s
  return [round(f, xor(a, message)), round(a, b), round(b, c), round(c, d), round(d, e), round(e, f)]
}

/** One round of AES. */
function round(block: Block, key: Block): Block {
  const byte = (column: number, row: number): number => (at(block, column & 3) >>> (row * 8)) & 255
  return block.map(
    (_, column) =>
      at(columns[0], byte(column, 0)) ^
      at(columns[1], byte(column + 1, 1)) ^
      at(columns[2], byte(column + 2, 2)) ^
      at(columns[3], byte(column + 3, 3)) ^
      at(key, column),
  )
}

const xor = (left: Block, right: Block): Block => left.map((word, index) => word ^ at(right, index))
const and = (left: Block, right: Block): Block => left.map((word, index) => word & at(right, index))
const at = (words: Uint32Array, index: number): number => words[index] ?? 0

function wordsOf(bytes: Uint8Array): Block {
  const view = new DataView(bytes.buffer, bytes.byteOffset, 16)
  return Uint32Array.from([0, 4, 8, 12], (start) => view.getUint32(start, true))
}

function bytesOf(block: Block): Buffer {
  const bytes = Buffer.alloc(16)
  block.forEach((word, index) => bytes.writeUInt32LE(word, index * 4))
  return bytes
}

/** SubBytes and MixColumns in one look-up a row. */
function roundTables(): readonly [Uint32Array, Uint32Array, Uint32Array, Uint32Array] {
  const sbox = substitution()
  const table = (turns: number): Uint32Array =>
    Uint32Array.from({ length: 256 }, (_, byte) => {
      const s = sbox[byte] ?? 0
      const word = twice(s) | (s << 8) | (s << 16) | ((twice(s) ^ s) << 24)
      return turns === 0 ? word : (word << (turns * 8)) | (word >>> (32 - turns * 8))
    })
  return [table(0), table(1), table(2), table(3)]
}

function twice(byte: number): number {
  return ((byte << 1) ^ (byte & 128 ? 0x1b : 0)) & 255
}

/** The inverse in GF(2^8), walked by its generator 3, and the affine map. */
function substitution(): Uint8Array {
  const sbox = new Uint8Array(256)
  let [p, q] = [1, 1]
  do {
    p = p ^ twice(p)
    q = divided(q)
    sbox[p] = q ^ turned(q, 1) ^ turned(q, 2) ^ turned(q, 3) ^ turned(q, 4) ^ 0x63
  } while (p !== 1)
  sbox[0] = 0x63
  return sbox
}

function divided(byte: number): number {
  let q = byte ^ (byte << 1)
  q ^= q << 2
  q = (q ^ (q << 4)) & 255
  return q & 128 ? q ^ 0x09 : q
}

function turned(byte: number, by: number): number {
  return ((byte << by) | (byte >> (8 - by))) & 255
}
