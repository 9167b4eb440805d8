import type { AttachmentStore } from '#core/attachments/attachment-store.ts'
import type { ForgottenPerson } from '#core/store/forgotten-ledger.ts'
import { toHex } from '#shared/sync/bytes.ts'
import { sha256 } from '#test/support/sync/test-device.ts'

export const addressOfBytes = (bytes: Uint8Array): string => toHex(sha256(bytes))

type Carried = Pick<AttachmentStore, 'sealed' | 'isIntact' | 'has' | 'arriving' | 'remove'>

/** The encrypted files of one machine: whole ones by their address, and what came of others. It outlives a crash. */
export class SimDisk implements Carried {
  readonly whole: Map<string, Uint8Array>
  readonly parts = new Map<string, Uint8Array>()
  /** Who was forgotten here (S19). */
  readonly ledger: ForgottenPerson[] = []

  constructor(whole: ReadonlyMap<string, Uint8Array> = new Map()) {
    this.whole = new Map(whole)
  }

  /** As a backup holds them. */
  copy(): SimDisk {
    return new SimDisk(this.whole)
  }

  readonly has = (address: string): Promise<boolean> => Promise.resolve(this.whole.has(address))
  readonly isIntact = this.has

  readonly sealed: AttachmentStore['sealed'] = (address) => {
    const bytes = this.whole.get(address)
    const read = (from: number, length: number): Promise<Uint8Array> =>
      Promise.resolve((bytes ?? new Uint8Array()).subarray(from, from + length))
    return Promise.resolve(bytes === undefined ? null : { bytes: bytes.length, read })
  }

  readonly remove = (address: string): Promise<boolean> => {
    this.parts.delete(address)
    return Promise.resolve(this.whole.delete(address))
  }

  readonly arriving: AttachmentStore['arriving'] = (address) => {
    const held = (): Uint8Array => this.parts.get(address) ?? new Uint8Array()
    const drop = (): Promise<void> => Promise.resolve(void this.parts.delete(address))
    return {
      held: () => Promise.resolve(held().length),
      drop,
      add: async (source, onBytes) => {
        for await (const bytes of source) {
          this.parts.set(address, Buffer.concat([held(), bytes]))
          onBytes(held().length)
        }
      },
      settle: async () => {
        const bytes = held()
        await drop()
        if (addressOfBytes(bytes) !== address) return false
        this.whole.set(address, bytes)
        return true
      },
    }
  }
}
