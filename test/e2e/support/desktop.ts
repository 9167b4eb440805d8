import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron } from 'playwright'
import type { ElectronApplication, Page } from 'playwright'
import { onTestFinished } from 'vitest'
import { builtProgram } from './built-program.ts'

/** The real Electron that the runner found; without one these tests skip, and the runner says so. */
export const electronPath = process.env['INSAF_ELECTRON'] ?? ''

export interface Desktop {
  readonly app: ElectronApplication
  readonly page: Page
  /** Process id of the core that runs now; null between two. */
  readonly corePid: () => number | null
  readonly close: () => Promise<void>
}

/** A home for the program's own settings (place of windows), which a reopened program finds again. */
export function settingsHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'insaf-home-'))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  return home
}

export function desktopEnvironment(home: string): Record<string, string> {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
  return {
    ...(env as Record<string, string>),
    XDG_CONFIG_HOME: home,
    HOME: home,
    INSAF_NODE: process.execPath,
    INSAF_QUIET: '1',
  }
}

/** Chromium refuses its sandbox to root; only a developer's container runs as root. */
export const desktopArguments = (dataDir: string): string[] => [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  builtProgram.root,
  '--data',
  dataDir,
]

/** Opens the desktop program on a folder; it ends with the test. */
export async function openDesktop(dataDir: string, home: string, more: readonly string[] = []): Promise<Desktop> {
  const app = await _electron.launch({
    executablePath: electronPath,
    args: [...desktopArguments(dataDir), ...more],
    env: desktopEnvironment(home),
  })
  const pid = app.process().pid ?? 0
  const said: string[] = []
  app.process().stderr?.on('data', (part: Buffer) => said.push(part.toString('utf8')))
  let isOpen = true
  const close = async (): Promise<void> => {
    if (isOpen) await app.close()
    isOpen = false
  }
  onTestFinished(close)
  onTestFinished(({ task }) => {
    if (task.result?.state === 'fail') console.error(said.join(''))
  })
  const page = await app.firstWindow()
  page.setDefaultTimeout(15_000)
  return { app, page, corePid: () => coreOf(pid), close }
}

/** The process of the core among the descendants of the program. */
function coreOf(parent: number): number | null {
  for (const child of childrenOf(parent)) {
    if (commandOf(child).includes(join('out', 'core', 'main.cjs'))) return child
  }
  return null
}

function childrenOf(parent: number): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => statusOf(pid).includes(`PPid:\t${parent}\n`))
}

const statusOf = (pid: number): string => readOr(`/proc/${pid}/status`)
const commandOf = (pid: number): string => readOr(`/proc/${pid}/cmdline`).replaceAll('\0', ' ')

function readOr(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // Ended meanwhile.
    return ''
  }
}
