import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { root } from './root.mjs'

const needed = 24

export const isModern = Number(process.versions.node.split('.')[0]) >= needed

/** Node 24: the running one, else the one that came with the packages. Throws in plain words where there is neither. */
export function node24() {
  if (isModern) return process.execPath
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const packaged = join(
    root,
    'node_modules',
    `node-${platform}-${process.arch}`,
    'bin',
    platform === 'win' ? 'node.exe' : 'node',
  )
  if (existsSync(packaged)) return packaged
  throw new Error(
    `Insaf needs Node ${needed}; this is ${process.version} and no package brings one for ${platform} ${process.arch}.`,
  )
}

/** The environment in which `node` and the packages' commands are found first. */
export const toolEnv = (more = {}) => ({
  ...process.env,
  PATH: [join(root, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter),
  ...more,
})
