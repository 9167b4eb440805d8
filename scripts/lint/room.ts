import type { ImportTarget } from './import-target.ts'

/**
 * One row of the import table. `folder` is a folder or a file; a last part `*` makes every folder there a room of its own.
 * `mayImport` lists folders and files, `from` packages, where `@x/*` is every package of that scope and `node:*` Node's own.
 */
export interface Room {
  readonly folder: string
  readonly mayImport: readonly string[]
  readonly from: readonly string[]
}

const isInside = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`)

function folderOfRoom(room: Room, path: string): string | null {
  if (!room.folder.endsWith('/*')) return isInside(path, room.folder) ? room.folder : null
  const parent = room.folder.slice(0, -2)
  const [name, file] = isInside(path, parent) ? path.slice(parent.length + 1).split('/') : []
  return name !== undefined && file !== undefined ? `${parent}/${name}` : null
}

/** The narrowest room a file stands in, with its real folder. */
export function roomOf(rooms: readonly Room[], path: string): { room: Room; folder: string } | null {
  let narrowest: { room: Room; folder: string } | null = null
  for (const room of rooms) {
    const folder = folderOfRoom(room, path)
    if (folder !== null && folder.length > (narrowest?.folder.length ?? -1)) narrowest = { room, folder }
  }
  return narrowest
}

const matchesPackage = (name: string, pattern: string): boolean =>
  pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern

/** Whether a file of `room`, standing in `folder`, may import `target`. */
export function isAllowed(rooms: readonly Room[], path: string, target: ImportTarget): boolean {
  const here = roomOf(rooms, path)
  if (here === null) return false
  const { room, folder } = here
  if (target.kind !== 'file') return room.from.some((pattern) => matchesPackage(target.name, pattern))
  const there = roomOf(rooms, target.path)
  if (there?.folder === folder) return true
  return room.mayImport.some((allowed) => isInside(target.path, allowed) && isNamed(allowed, there?.folder))
}

// A file that is a room of its own (core.ts) inside an allowed folder is not allowed with it.
const isNamed = (allowed: string, folder: string | undefined): boolean =>
  folder === undefined || !folder.includes('.') || allowed === folder
