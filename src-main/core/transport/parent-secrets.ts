import type { FromCore, ToCore } from '#shared/contract/desktop/core-process.ts'
import type { SecretStore } from '#core/ports.ts'

/** The parent's key chain as a port of the core: a question and its answer by messages, told apart by number. */
export interface ParentSecrets extends SecretStore {
  readonly answered: (message: Extract<ToCore, { kind: 'secret-answer' }>) => void
}

export function parentSecrets(backend: string, tell: (message: FromCore) => void): ParentSecrets {
  const waiting = new Map<number, (bytes: Uint8Array | null) => void>()
  let last = 0
  const ask = (work: 'wrap' | 'unwrap', bytes: Uint8Array): Promise<Uint8Array | null> =>
    new Promise((resolve) => {
      last += 1
      waiting.set(last, resolve)
      tell({ kind: 'secret', id: last, work, bytes })
    })
  return {
    backend,
    wrap: async (secret) => {
      const wrapped = await ask('wrap', secret)
      if (wrapped === null) throw new Error('the key chain took no secret')
      return wrapped
    },
    unwrap: (wrapped) => ask('unwrap', wrapped),
    answered: ({ id, bytes }) => {
      waiting.get(id)?.(bytes)
      waiting.delete(id)
    },
  }
}
