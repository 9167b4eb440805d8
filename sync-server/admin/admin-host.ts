import type { AccessState } from '#shared/domain/access/rights-of.ts'
import type { ReferenceFresh } from '#shared/domain/case/shipped-office.ts'
import type { Result } from '#shared/lib/result.ts'
import type { OpenServer } from '#server/open-server.ts'

/** What the administrator's commands work on: an opened server, and what only the engine can do. */
export interface AdminHost {
  readonly server: OpenServer
  /** Units, users and groups as they stand now. */
  readonly access: () => Promise<AccessState>
  /** Writes reference data as the server's own device, through the same gate as everyone's. */
  readonly writeOwn: (events: readonly ReferenceFresh[]) => Promise<Result<null>>
  readonly verify: () => Promise<Result<object>>
  readonly stateHash: (unit: string) => Promise<Result<object>>
  /** Copies of lost commits that machines offered, and the central unit's word on one (SYNC-RECOVER-2). */
  readonly offers: () => Promise<readonly object[]>
  readonly decideOffer: (asked: { readonly offer: string; readonly take: boolean }) => Promise<Result<object>>
  /** Closes what a revoked device has open, where anything is. */
  readonly dropRevoked: () => Promise<void>
}
