import { closeSync, fsyncSync, openSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Makes every file and folder below durable. Out: how many. PGlite's own set-up writes without waiting for the disk. */
export function syncFolder(folder: string): number {
  let count = 0
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) count += syncFolder(path)
    else if (entry.isFile()) count += syncPath(path)
  }
  return count + syncPath(folder)
}

export function syncPath(path: string): number {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  return 1
}
