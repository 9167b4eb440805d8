import { hash } from 'node:crypto'

/** The same of a text, in hexadecimal. */
export const sha256Text = (text: string): string => hash('sha256', text, 'hex')

/** SHA-256, the hash of every chain. */
export const sha256 = (bytes: Uint8Array): Buffer => hash('sha256', bytes, 'buffer')
