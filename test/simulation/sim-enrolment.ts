import { toHex } from '#shared/sync/bytes.ts'
import type { WritableDb } from '#core/store/driver.ts'
import { writeSetting } from '#core/store/settings.ts'
import { enrolledUnitKey } from '#core/services/reference-data.ts'
import { writeMembership } from '#core/sync-client/membership.ts'
import type { SimServer } from './sim-server.ts'
import { units } from './sim-tree.ts'

interface Enrolment {
  readonly server: SimServer
  readonly unit: string
  readonly now: string
}

/** A new machine knows its server and its unit, and nothing else yet. */
export function enrolSim(db: WritableDb, { server, unit, now }: Enrolment): void {
  const { id, logEpoch } = server.engine.server
  db.transaction(() => {
    writeMembership(db, {
      url: 'http://127.0.0.1:1',
      credential: 'x',
      server: { id, logEpoch, publicKey: toHex(server.engine.ports.signing.publicKey) },
      unit: { id: unit, kind: units[unit as keyof typeof units].kind, code: 'TST', office: null },
      epoch: 1,
      joinedAt: now,
      lastContact: null,
      mayHide: false,
      recovering: false,
      verifiersDue: false,
    })
    writeSetting(db, enrolledUnitKey, unit)
  })
}
