import { closeSync, fsyncSync, openSync } from 'node:fs'

/** A rename is on disk when its folder is; Windows has no handle on folders and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
