import type { ToCore } from '#shared/contract/desktop/core-process.ts'

/** A running core, whatever carries it: a child process, or Electron's utility process. */
export interface CoreChild {
  readonly pid: () => number | undefined
  readonly send: (message: ToCore) => void
  readonly onMessage: (listener: (message: unknown) => void) => void
  readonly onExit: (listener: (code: number | null) => void) => void
  readonly kill: () => void
}
