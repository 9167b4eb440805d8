import { hash } from 'node:crypto'

/** The same of a text, in hexadecimal. */
export const sha256Text = (text: string): string => hash('sha256', text, 'hex')

/** SHA-256, the hash of every chain. By way of a text: a buffer made by the hash itself takes half as long again. */
export const sha256 = (bytes: Uint8Array): Buffer => Buffer.from(hash('sha256', bytes, 'binary'), 'binary')
