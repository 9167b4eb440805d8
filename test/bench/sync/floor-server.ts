/* The floor's server: what comes over a bare WebSocket goes into plain SQLite, each page durable before its answer. */
import type Database from 'better-sqlite3'
import { WebSocketServer } from 'ws'
import type { WebSocket } from 'ws'
import { frameOf, openPlain, rowsIn } from './plain-store.ts'

export interface FloorOrders {
  listen: { readonly file: string }
}

function serveFloor(db: Database.Database): Promise<number> {
  const insert = db.prepare('INSERT INTO log (bytes) VALUES (?)')
  const read = db.prepare('SELECT bytes FROM log WHERE seq > ? ORDER BY seq LIMIT 2000').pluck()
  const keep = db.transaction((rows: readonly Buffer[]) => rows.forEach((row) => insert.run(row)))
  const sockets = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  sockets.on('connection', (socket: WebSocket) => {
    socket.on('message', (data: Buffer) => {
      // `p` a page to keep, `l` the same and on to everyone else, `f` a page after this number.
      const [kind, body] = [data.toString('latin1', 0, 1), data.subarray(1)]
      if (kind === 'f') return socket.send(frameOf(read.all(Number(body.toString())) as Buffer[]))
      keep(rowsIn(body))
      if (kind === 'p') return socket.send('ok')
      for (const other of sockets.clients) if (other !== socket) other.send(body)
    })
  })
  return new Promise((resolve) => sockets.on('listening', () => resolve((sockets.address() as { port: number }).port)))
}

process.on('message', ({ order }: { order: FloorOrders['listen'] }) => {
  void serveFloor(openPlain(order.file)).then((port) => process.send?.({ kind: 'done', value: port }))
})
