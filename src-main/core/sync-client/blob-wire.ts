import type { Result } from '#shared/lib/result.ts'

/** Files as the server takes and gives them. What cannot be reached is `sync-unreachable`; its own refusals come as they are. */
export interface BlobWire {
  /** Begins an upload. Out: its name at the server. */
  begin(asked: { readonly address: string; readonly bytes: number }): Promise<Result<string>>
  /** How much of an upload the server holds; null: it knows no such upload (any more). */
  held(upload: string): Promise<Result<number | null>>
  /** Out: how much it holds after this part. */
  send(part: { readonly upload: string; readonly from: number; readonly bytes: Uint8Array }): Promise<Result<number>>
  /** Whether the server holds the whole file durably. */
  isDurable(asked: AskedBlob): Promise<Result<boolean>>
  /** Its bytes from a place on, as they come; the iterable throws when the line is cut. */
  fetch(asked: AskedBlob & { readonly from: number }): Promise<Result<AsyncIterable<Uint8Array>>>
}

export interface AskedBlob {
  readonly address: string
  /** One whose events name the file, of those that this machine may hold (SYNC-BLOB-3). */
  readonly stream: string
}
