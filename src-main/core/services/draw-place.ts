import { restorePlaces } from '#shared/domain/numbering/continue-after-restore.ts'
import type { Ids } from '#core/ports.ts'

/** One of the places where a restored or copied folder goes on numbering, by the machine's randomness (decision 13). */
export const drawPlace = (ids: Ids): number => Buffer.from(ids.randomBytes(6)).readUIntBE(0, 6) % restorePlaces
