import type { Readable } from 'node:stream'

/** A file that a ticket opens. */
export interface ServedFile {
  readonly size: number
  readonly mediaType: string
  readonly name: string
  readonly inline: boolean
  /** Bytes from `start` to `end`, both inclusive. */
  readonly open: (start: number, end: number) => Readable
}

export interface UploadDone {
  readonly upload: string
  readonly name: string
  readonly mediaType: string
  readonly size: number
  readonly pages: number | null
}
