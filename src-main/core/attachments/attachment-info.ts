import type { MediaType } from './media-type.ts'

/** Where an attachment lies and what opens it. */
export interface AttachmentKey {
  /** SHA-256 of the encrypted bytes, hexadecimal. */
  readonly address: string
  /** 32 bytes, base64. Belongs, as the name does, in the private part of an event. */
  readonly key: string
}

export interface AttachmentInfo extends AttachmentKey {
  /** Length of the plain bytes. */
  readonly size: number
  readonly mediaType: MediaType
  readonly name: string
}
