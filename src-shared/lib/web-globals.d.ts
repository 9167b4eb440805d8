/** The three web globals that every runtime of the program has (Node, browsers, workers); nothing else may be added. */
declare class TextEncoder {
  encode(text?: string): Uint8Array<ArrayBuffer>
  encodeInto(text: string, into: Uint8Array): { read: number; written: number }
}
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean })
  decode(bytes?: Uint8Array): string
}
/** Bytes that travel beside a call; the wire's pages. */
declare class Blob {
  constructor(parts?: readonly Uint8Array<ArrayBuffer>[], options?: { type?: string })
  readonly size: number
  arrayBuffer(): Promise<ArrayBuffer>
}
