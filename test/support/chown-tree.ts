import { chmodSync, chownSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** Gives a copied data folder to the user that will run a server on it (null: this one), without the first one's lock. */
export function chownTree(folder: string, user: { readonly uid: number; readonly gid: number } | null): void {
  rmSync(join(folder, 'postmaster.pid'), { force: true })
  chmodSync(folder, 0o700)
  if (user === null) return
  chownSync(folder, user.uid, user.gid)
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    chownSync(join(folder, entry), user.uid, user.gid)
  }
}
