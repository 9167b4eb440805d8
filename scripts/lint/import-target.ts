import { posix } from 'node:path'

/** What an import names: a file of the repository, a package, or a module of Node. */
export type ImportTarget =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'package'; readonly name: string }
  | { readonly kind: 'node'; readonly name: string }

/** As in `imports` of package.json. */
const roots: readonly (readonly [string, string])[] = [
  ['#shared/', 'src-shared/'],
  ['#core/', 'src-main/core/'],
  ['#main/', 'src-main/'],
  ['#renderer/', 'src-renderer/'],
  ['#test/', 'test/'],
]

const packageName = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

/** `from` and the answer's path are relative to the repository, with forward slashes. */
export function importTarget(specifier: string, from: string): ImportTarget {
  const root = roots.find(([prefix]) => specifier.startsWith(prefix))
  if (root) return { kind: 'file', path: posix.normalize(root[1] + specifier.slice(root[0].length)) }
  if (specifier.startsWith('.')) return { kind: 'file', path: posix.join(posix.dirname(from), specifier) }
  if (specifier.startsWith('node:')) return { kind: 'node', name: specifier }
  return { kind: 'package', name: packageName(specifier) }
}
