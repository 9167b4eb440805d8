import { existsSync, realpathSync, statSync } from 'node:fs'
import { extname, join, sep } from 'node:path'

export interface WindowFile {
  readonly path: string
  readonly size: number
  readonly mediaType: string
  /** Its name carries a hash of what is in it. */
  readonly isForever: boolean
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.json': 'application/json',
}

/** Folder of the built window; `out/` mirrors `src-main/`. */
export function windowFolder(): string {
  const beside = join(import.meta.dirname, '../renderer')
  return existsSync(beside) ? beside : join(import.meta.dirname, '../../out/renderer')
}

/**
 * A file of the built window. In: its folder, the path of a request as it stands in the address. Out: null for whatever
 * does not lie in the folder itself, also by a link, an encoded dot or a NUL.
 */
export function findWindowFile(folder: string, pathname: string): WindowFile | null {
  const name = decoded(pathname === '/' ? '/index.html' : pathname)
  if (name === null || name.includes('\0') || name.includes('\\')) return null
  try {
    const home = realpathSync(folder)
    const path = realpathSync(join(home, name))
    const stat = statSync(path)
    if (!path.startsWith(home + sep) || !stat.isFile()) return null
    const mediaType = mediaTypes[extname(path)] ?? 'application/octet-stream'
    return { path, size: stat.size, mediaType, isForever: path.startsWith(join(home, 'assets') + sep) }
  } catch {
    // No such file, or none that may be read: for the one who asks the same.
    return null
  }
}

function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return null
  }
}

export const cacheControl = ({ isForever }: WindowFile): string =>
  isForever ? 'max-age=31536000, immutable' : 'no-cache'
