/**
 * `house/walls`: the import table of the house. Every import of every kind (type, dynamic, re-export) of a file under
 * `src-*` must be in the row of its room. One rule over one table, because overrides of the linter replace each other
 * and would let a wall fall unseen.
 */
import { relative, sep } from 'node:path'
import { importTarget } from './import-target.ts'
import { isAllowed, type Room, roomOf } from './room.ts'
import type { Node, Rule, RuleContext } from './rule.ts'

interface WallOptions {
  readonly rooms: readonly Room[]
}

function specifierOf(node: Node): string | null {
  const source = (node['source'] ?? node['argument']) as { value?: unknown; literal?: { value?: unknown } } | null
  const value = source?.value ?? source?.literal?.value
  return typeof value === 'string' ? value : null
}

function complaint(rooms: readonly Room[], path: string, specifier: string): string | null {
  if (specifier.startsWith('../../')) return `'${specifier}' climbs two folders: name the room (#shared/…, #core/…).`
  if (path.startsWith('test/') || !path.startsWith('src-')) return null
  const room = roomOf(rooms, path)
  if (room === null) return `${path} stands in no room: add its folder to the import table in oxlint.config.ts.`
  if (isAllowed(rooms, path, importTarget(specifier, path))) return null
  return `${room.folder} may not import '${specifier}'.`
}

function create(context: RuleContext): Record<string, (node: Node) => void> {
  const { rooms } = context.options[0] as WallOptions
  const path = relative(context.cwd, context.filename).split(sep).join('/')
  const check = (node: Node): void => {
    const specifier = specifierOf(node)
    const message = specifier === null ? null : complaint(rooms, path, specifier)
    if (message !== null) context.report({ node, message: `Wall: ${message}` })
  }
  return {
    ImportDeclaration: check,
    ExportNamedDeclaration: check,
    ExportAllDeclaration: check,
    ImportExpression: check,
    TSImportType: check,
  }
}

export const walls: Rule = { meta: { schema: false }, create }
