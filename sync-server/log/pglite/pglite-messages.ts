export interface PgliteWorkerData {
  readonly folder: string
  readonly socketPath: string
  /** Counts the fsyncs that reached the disk. */
  readonly syncs: SharedArrayBuffer
}

export type PgliteWorkerMessage =
  | { readonly kind: 'listening' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly reason: string }
