/**
 * `npm start`: from a fresh clone to a window. Runs on Node 20 with nothing installed, so it uses Node's own modules only.
 * Installs and builds what is missing, then opens Electron, or the browser host where Electron cannot run.
 * Everything but `--browser` is handed on: `--data DIR`, `--demo`, `--port N`.
 */
import { spawn } from 'node:child_process'
import module, { createRequire } from 'node:module'
import { join } from 'node:path'
import { electronBinary, hasDisplay } from './lib/electron.mjs'
import { ensureBuilt } from './lib/ensure-built.mjs'
import { ensureInstalled } from './lib/ensure-installed.mjs'
import { isModern, node24, toolEnv } from './lib/node24.mjs'
import { root } from './lib/root.mjs'

const options = process.argv.slice(2).filter((option) => option !== '--browser')
const isBrowserForced = process.argv.includes('--browser')

/** Beside what it is made of, where the core's is too. */
const compileCache = join(root, 'out', '.compile-cache')

/** A window that ends this soon with a fault never opened: a library or a display is missing. */
const neverOpenedMs = 5_000

function handOver(command, args, env) {
  const child = spawn(command, args, { cwd: process.cwd(), stdio: 'inherit', env })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  return new Promise((done) => {
    child.once('error', () => done(127))
    child.once('exit', (code, signal) => done(code ?? (signal === null ? 1 : 0)))
  })
}

async function openBrowserHost() {
  const host = join(root, 'out', 'browser-host', 'main.cjs')
  if (!isModern) {
    process.exitCode = await handOver(node24(), [host, ...options], toolEnv({ NODE_COMPILE_CACHE: compileCache }))
    return
  }
  module.enableCompileCache(compileCache)
  process.argv = [process.execPath, host, ...options]
  createRequire(import.meta.url)(host)
}

async function openElectron(binary) {
  // Chromium refuses its sandbox to root; only a developer's container runs as root.
  const flags = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const began = Date.now()
  const code = await handOver(binary, [...flags, root, ...options], toolEnv({ INSAF_NODE: node24() }))
  if (code === 0 || Date.now() - began > neverOpenedMs) {
    process.exitCode = code
    return
  }
  console.error(`Electron could not open a window here (${code}); using the browser.`)
  await openBrowserHost()
}

async function start() {
  ensureInstalled()
  ensureBuilt()
  const binary = isBrowserForced || !hasDisplay() ? null : await electronBinary()
  await (binary === null ? openBrowserHost() : openElectron(binary))
}

start().catch((error) => {
  console.error(error.message)
  process.exitCode = 1
})
