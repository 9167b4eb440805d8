import { join } from 'node:path'
import { openWritable } from '#core/store/driver.ts'
import { writeSetting } from '#core/store/settings.ts'
import { systemIds } from '#core/system-ports.ts'
import { openVault } from '#core/vault/vault.ts'
import type { NumberBlocks } from '#shared/domain/numbering/number-blocks.ts'
import { must } from '#shared/lib/assert.ts'

const far = 500_001

/**
 * A server gives a machine a few thousand numbers ahead, which is weeks of an office (SYNC-NUM-1). The benchmark writes more
 * without a network: its closed machine gets one block of the year that is wide enough, far from those the server gives. The
 * server's own checks stay.
 */
export async function giveNumbers(folder: string, count: number): Promise<void> {
  const vault = await openVault(folder, { ids: systemIds, secrets: null })
  const key = must(vault.ok ? vault.value.key : null, 'the bench made this folder')
  const year = new Date().getFullYear()
  const block = { from: far, to: far + 2 * count, next: far }
  const db = openWritable({ file: join(folder, 'insaf.db'), key })
  db.transaction(() =>
    writeSetting(db, `numbers:${year}`, {
      kind: 'shared',
      year,
      blocks: [block],
      reserve: null,
    } satisfies NumberBlocks),
  )
  db.close()
}
