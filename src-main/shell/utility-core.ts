import { utilityProcess } from 'electron'
import { coreEntry } from '#main/host/forked-core.ts'
import type { ShellCore } from './shell-core.ts'

/** The core as Electron's utility process: a window's port is handed over and then bypasses the main process. */
export function utilityCore(entry: string = coreEntry()): ShellCore {
  const child = utilityProcess.fork(entry, [], { serviceName: 'insaf-core', stdio: 'inherit' })
  return {
    pid: () => child.pid,
    send: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.on('exit', listener),
    kill: () => {
      if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL')
    },
    takePort: (port) => child.postMessage({ kind: 'window-port' }, [port]),
  }
}
