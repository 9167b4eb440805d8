import { request } from 'node:http'

/** Every answer on the local socket names the process that gives it. */
export const coreHeader = 'x-insaf-core'

const patienceMs = 2000

/** The process id of the core that answers at a socket; null when nobody does. */
export function findCore(socketPath: string): Promise<number | null> {
  return new Promise((resolve) => {
    const probe = request({ socketPath, path: '/', timeout: patienceMs }, (response) => {
      response.resume()
      resolve(Number(response.headers[coreHeader] ?? 0))
    })
    probe.on('error', () => resolve(null))
    probe.on('timeout', () => probe.destroy(new Error('nobody answers')))
    probe.end()
  })
}
