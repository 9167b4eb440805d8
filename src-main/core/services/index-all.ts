import { setImmediate as nextTurn } from 'node:timers/promises'
import { updateIndex } from '#core/search/update-index.ts'
import { codeOf } from './tracking-code.ts'
import type { Office } from './office.ts'

const sliceCases = 200

/** Brings the search index up to date after many cases came at once, a slice a turn, so that others are answered meanwhile. */
export async function indexAll(office: Office): Promise<void> {
  while (office.store.tablesReady && updateIndex(office.store.db, codeOf(office), sliceCases) > 0) await nextTurn()
}
