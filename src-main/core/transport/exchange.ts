import type { IncomingMessage, ServerResponse } from 'node:http'

/** One request and where its answer goes. */
export interface Exchange {
  readonly url: URL
  readonly request: IncomingMessage
  readonly response: ServerResponse
}
