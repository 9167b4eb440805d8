import type { FeedName } from '#shared/sync/feed-entry.ts'

export interface SnapshotPart {
  /** SHA-256 of its bytes, hex. */
  readonly address: string
  readonly from: number
  readonly to: number
}

/** What was made of one feed so far. */
export interface FeedParts {
  /** Of the feed's count of narrowings: with another one, parts may show what must not be shown any more. */
  readonly narrowed: number
  readonly parts: readonly SnapshotPart[]
  /** Addresses of open cases as they stood when the feed had so many whole parts. */
  readonly openCases: { readonly parts: number; readonly addresses: readonly string[] } | null
}

/** Parts by feed, and the bytes of those asked for lately. */
export interface SnapshotCache {
  readonly feeds: Map<FeedName, FeedParts>
  keepBytes(address: string, bytes: Uint8Array): void
  findBytes(address: string): Uint8Array | null
}

const mostBytes = 192 * 1024 * 1024

export function createSnapshotCache(): SnapshotCache {
  const kept = new Map<string, Uint8Array>()
  let size = 0
  return {
    feeds: new Map(),
    keepBytes(address, bytes) {
      if (kept.has(address)) return
      kept.set(address, bytes)
      size += bytes.length
      for (const [oldest, { length }] of kept) {
        if (size <= mostBytes || oldest === address) return
        kept.delete(oldest)
        size -= length
      }
    },
    findBytes: (address) => kept.get(address) ?? null,
  }
}
