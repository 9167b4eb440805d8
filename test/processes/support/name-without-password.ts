import { openWritable } from '#core/store/driver.ts'
import { writeSetting } from '#core/store/settings.ts'
import { storeFile } from '#core/store/store-file.ts'
import { systemIds } from '#core/system-ports.ts'
import { openVault } from '#core/vault/vault.ts'
import { opened } from '#test/support/opened.ts'

/** Lets a closed folder that joined take commands by name, as one of `setup` does: a story acts also while its line is cut. */
export async function nameWithoutPassword(folder: string): Promise<void> {
  const { key } = opened(await openVault(folder, { ids: systemIds }))
  const db = openWritable({ file: storeFile(folder), key })
  db.transaction(() => writeSetting(db, 'automation', true))
  db.close()
}
