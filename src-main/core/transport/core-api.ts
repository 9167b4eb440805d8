import type { Readable } from 'node:stream'
import type { AnyRouter } from '@orpc/server'
import type { Connection, Session } from '#core/services/connection.ts'
import type { ServedFile, UploadDone } from '#core/services/served-file.ts'
import type { Result } from '#shared/lib/result.ts'

/** What a caller of the contract gets back: a value, or the refusal with both sentences. */
export type Answer =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false
      readonly error: {
        readonly code: string
        readonly ar: string
        readonly en: string
        readonly params: Readonly<Record<string, string | number>>
      }
    }

/** What the transports need of the core. */
export interface CoreApi {
  // oRPC's own name for a router of any shape.
  readonly router: AnyRouter
  readonly call: (path: string, input: unknown, connection: Connection) => Promise<Answer>
  /** Signs the command line in as a user of an automation folder, or by password; a connection that already holds his session keeps it. */
  readonly signInAs: (connection: Connection, user: string, password: string | null) => Promise<Result<null>>
  readonly sessionOf: (token: string) => Session | null
  readonly takeUpload: (name: string, bytes: Readable, signal?: AbortSignal) => Promise<Result<UploadDone>>
  readonly fileOf: (ticket: string, query: URLSearchParams) => Promise<ServedFile | null>
  readonly logFault: (where: string, error: unknown) => string
  readonly close: () => Promise<void>
}
