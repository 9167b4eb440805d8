import { must } from '#shared/lib/assert.ts'
import type PostalMime from 'postal-mime'

interface StructuredValue {
  readonly value: string
  readonly params: Readonly<Record<string, string>>
}

/**
 * One part of the tree postal-mime builds. Its public result has the text already decoded by the label, which is wrong
 * too often in Arabic mail; the tree has the bytes. The tree is not in its published types: the package is pinned, and the
 * tests of this folder fail when the tree changes.
 */
export interface MimePart {
  readonly depth: number
  readonly childNodes: readonly MimePart[]
  readonly content: ArrayBuffer | null
  readonly contentType: { readonly parsed: StructuredValue; readonly multipart: string | false }
  readonly contentDisposition: { readonly parsed: StructuredValue }
  readonly headers: readonly { readonly key: string; readonly value: string }[]
  readonly decodeFlowedText: (text: string, deletesSpace: boolean) => string
}

/** The whole tree of a parser that has parsed. */
export function treeOf(parser: PostalMime): MimePart {
  const { root } = parser as unknown as { readonly root?: MimePart }
  return must(root, 'postal-mime keeps its tree of parts')
}

/** The first header of that name, unfolded, its encoded words still encoded; empty when there is none. */
export const headerOf = (part: MimePart, key: string): string =>
  part.headers.find((header) => header.key === key)?.value ?? ''
