import { hash } from 'node:crypto'

/** SHA-256, the hash of every chain. */
export const sha256 = (bytes: Uint8Array): Buffer => hash('sha256', bytes, 'buffer')
