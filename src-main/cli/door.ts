import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Refused } from './output.ts'
import type { CliError } from './output.ts'

type Answer = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: CliError }

interface CoreDoor {
  call(path: string, input: unknown, who: { as: string | null; password: string | null }): Promise<Answer>
  close(): Promise<void>
}

/** The command line's hold on a data folder. */
export interface Caller {
  /** One call of the contract; a refusal is thrown as `Refused`. `as` null: as nobody. */
  readonly call: <T>(path: string, input?: unknown, as?: string | null) => Promise<T>
  readonly close: () => Promise<void>
}

/** Opens the folder by the core's own way in, loaded by path (architecture: edges start the core by path). */
export async function openCaller(dataDir: string, as: string | null, password: string | null): Promise<Caller> {
  const built = join(import.meta.dirname, '../core/door.cjs')
  const path = existsSync(built) ? built : join(import.meta.dirname, '../core/door.ts')
  const { openDoor } = (await import(pathToFileURL(path).href)) as {
    openDoor(dataDir: string): Promise<CoreDoor | { ok: false; error: CliError }>
  }
  const door = await openDoor(dataDir)
  if ('ok' in door) throw new Refused(door.error)
  return {
    call: async <T>(path: string, input: unknown = {}, user: string | null = as) => {
      const answer = await door.call(path, input, { as: user, password: user === as ? password : null })
      if (!answer.ok) throw new Refused(answer.error)
      return answer.value as T
    },
    close: () => door.close(),
  }
}
