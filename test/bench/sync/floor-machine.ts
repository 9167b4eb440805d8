/* The floor's machine: a plain file, a bare WebSocket, nothing in between. */
import type Database from 'better-sqlite3'
import { WebSocket } from 'ws'
import { must } from '#shared/lib/assert.ts'
import { lineOf } from './instant.ts'
import { frameOf, openPlain, rowsIn } from './plain-store.ts'

export interface FloorMachineOrders {
  open: { readonly file: string; readonly port: number }
  /** Commits of so many rows of so many bytes each, each durable; out: milliseconds of each. */
  write: { readonly commits: readonly (readonly number[])[] }
  /** Out: milliseconds. */
  push: object
  fill: { readonly rows: number }
  edit: { readonly bytes: number }
  seen: object
}

const rowsAPage = 2000
let db: Database.Database
let socket: WebSocket

const opened = (port: number): Promise<WebSocket> =>
  new Promise((resolve) => {
    const made = new WebSocket(`ws://127.0.0.1:${port}`)
    made.on('open', () => resolve(made))
  })
const heard = (): Promise<Buffer> => new Promise((resolve) => socket.once('message', (data: Buffer) => resolve(data)))

/** Bytes as ours are: what is random costs a copy the same as what is not. */
const filler = Buffer.alloc(1 << 20, 'قدمت طلب الرخصة قبل شهر ')

const keep = (rows: readonly Uint8Array[]): void => {
  const insert = db.prepare('INSERT INTO log (bytes) VALUES (?)')
  db.transaction(() => rows.forEach((row) => insert.run(row)))()
}

const work: { readonly [K in keyof FloorMachineOrders]: (order: FloorMachineOrders[K]) => Promise<unknown> } = {
  open: async ({ file, port }) => {
    db = openPlain(file)
    socket = await opened(port)
  },
  write: ({ commits }) => {
    const times = commits.map((sizes) => {
      const begun = performance.now()
      keep(sizes.map((size) => filler.subarray(0, size)))
      return performance.now() - begun
    })
    return Promise.resolve(times)
  },
  push: async () => {
    const begun = performance.now()
    const read = db.prepare('SELECT bytes FROM log WHERE seq > ? ORDER BY seq LIMIT ?').pluck()
    for (let after = 0; ; after += rowsAPage) {
      const rows = read.all(after, rowsAPage) as Buffer[]
      if (rows.length === 0) return performance.now() - begun
      socket.send(frameOf(rows, 'p'))
      await heard()
    }
  },
  fill: async ({ rows }) => {
    const begun = performance.now()
    for (let after = 0; after < rows;) {
      socket.send(`f${after}`)
      const page = rowsIn(await heard())
      keep(page)
      after += must(page.length || null, 'rows that were promised')
    }
    return performance.now() - begun
  },
  edit: ({ bytes }) => {
    const begun = lineOf()
    const row = filler.subarray(0, bytes)
    keep([row])
    socket.send(frameOf([row], 'l'))
    return Promise.resolve(begun)
  },
  seen: async () => {
    const arrived = heard()
    process.send?.({ kind: 'watching' })
    keep(rowsIn(await arrived))
    return lineOf()
  },
}

process.on('message', ({ kind, order }: { kind: keyof FloorMachineOrders; order: never }) => {
  void work[kind](order).then((value) => process.send?.({ kind: 'done', value }))
})
