import type { Server as HttpServer } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { WebSocket, WebSocketServer } from 'ws'
import { livePath } from '#shared/contract/wire/live.ts'
import { faultText } from '#server/fault-text.ts'
import type { WireHost } from './context.ts'
import { callingDevice } from './authenticate.ts'
import { LivePushes } from './live-push.ts'

const mostFrameBytes = 512 * 1024
/** A machine that does not answer two of these is gone: laptops close without a word. */
const pingEveryMs = 20_000

/** A socket that has not answered its goodbye by then is cut: a server that stops waits for nobody's laptop. */
const goodbyeMs = 1_000

/** Opens the live channel on the server's own port. Out: ends it; pushes that are under way are answered first, within ms. */
export function mountLive(http: HttpServer, host: WireHost): (graceMs: number) => Promise<void> {
  const pushes = new LivePushes(host)
  const sockets = new WebSocketServer({ noServer: true, maxPayload: mostFrameBytes })
  http.on('upgrade', (request, socket, head) => {
    // Nobody else hears of a connection that breaks from here on; unheard it would end the program.
    socket.on('error', () => socket.destroy())
    if (request.url?.split('?', 1)[0] !== livePath) {
      socket.destroy()
      return
    }
    sockets.handleUpgrade(request, socket, head, (opened) => {
      // Nothing is read before it is known who calls: a stranger fills no memory, and nothing overtakes what came first.
      opened.pause()
      attend({ host, pushes }, opened, request.headers.authorization)
        .catch((error: unknown) => {
          host.server.ports.journal.error('live channel', { error: faultText(error) })
          opened.close(1011)
        })
        .finally(() => opened.resume())
    })
  })
  const pings = setInterval(() => pingAll(sockets), pingEveryMs)
  return async (graceMs) => {
    clearInterval(pings)
    await Promise.race([pushes.end(), sleep(graceMs, null, { ref: false })])
    host.live.closeAll()
    sockets.close()
    setTimeout(() => {
      for (const socket of sockets.clients) socket.terminate()
    }, goodbyeMs)
  }
}

const silent = new WeakSet<WebSocket>()

function pingAll(sockets: WebSocketServer): void {
  for (const socket of sockets.clients) {
    if (silent.has(socket)) socket.terminate()
    silent.add(socket)
    socket.ping()
  }
}

interface Attending {
  readonly host: WireHost
  readonly pushes: LivePushes
}

async function attend({ host, pushes }: Attending, socket: WebSocket, credential: string | undefined): Promise<void> {
  socket.on('error', () => socket.terminate())
  socket.on('pong', () => silent.delete(socket))
  const device = await callingDevice(host, credential)
  if (!device.ok) {
    socket.send(JSON.stringify({ kind: 'refused', reason: device.refusal }))
    socket.close(4403, device.refusal.code)
    return
  }
  const channel = host.live.open(device.value.id, {
    send: (data) => socket.readyState === WebSocket.OPEN && socket.send(data),
    close: (code, reason) => socket.close(code, reason),
    get bufferedAmount() {
      return socket.bufferedAmount
    },
  })
  socket.on('close', () => host.live.forget(channel))
  const hearPush = pushes.attend({
    device: channel.device,
    takes: () => host.live.writes(channel),
    answer: (notice) => channel.tell(notice),
    end: () => channel.close(4400, 'not a live push'),
  })
  const hearText = (text: string): Promise<void> =>
    host.live.heard(channel, text).catch((error: unknown) => {
      host.server.ports.journal.error('live channel', { device: channel.device, error: faultText(error) })
      socket.close(1011)
    })
  socket.on('message', (data: Buffer, isBinary) => {
    if (isBinary) hearPush(data)
    else void hearText(data.toString('utf8'))
  })
}
