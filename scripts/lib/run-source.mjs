import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { isModern, node24 } from './node24.mjs'

/**
 * Runs a program from its sources: here where Node can, else in a Node 24 of its own, whose end becomes ours. Signals
 * are handed on: a server that is asked to stop must hear it.
 */
export async function runSource(url) {
  const options = process.argv.slice(2)
  const path = fileURLToPath(url)
  if (isModern) {
    process.argv = [process.execPath, path, ...options]
    await import(url.href)
    return
  }
  const child = spawn(node24(), [path, ...options], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  await new Promise((done) =>
    child.once('exit', (code, signal) => {
      process.exitCode = code ?? (signal === null ? 1 : 0)
      done()
    }),
  )
}
