import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { forkCore } from '#main/host/forked-core.ts'
import { relayCore } from './relay-core.ts'
import type { ShellCore } from './shell-core.ts'
import { utilityCore } from './utility-core.ts'

/** The store's add-on is built against this version of Node-API. */
const neededNodeApi = 10

/**
 * How the core is carried here: by Electron's own Node where that can load the store's add-on, else by a Node 24 beside
 * it. Null where there is neither.
 */
export function coreLauncher(appFolder: string): (() => ShellCore) | null {
  if (Number(process.versions['napi'] ?? 0) >= neededNodeApi) return () => utilityCore()
  const node = findNode(appFolder)
  return node === null ? null : () => relayCore(forkCore(node))
}

/** Named by `npm start`, or the one that came with the packages. */
function findNode(appFolder: string): string | null {
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const file = process.platform === 'win32' ? 'node.exe' : 'node'
  const packaged = join(appFolder, 'node_modules', `node-${platform}-${process.arch}`, 'bin', file)
  return (
    [process.env['INSAF_NODE'], packaged].find((path) => path !== undefined && path !== '' && existsSync(path)) ?? null
  )
}
