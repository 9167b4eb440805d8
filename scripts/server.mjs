/**
 * `npm run server`: the sync server, from a fresh clone. Runs on Node 20 with nothing installed; installs what is
 * missing and runs the sources on Node 24. Standard output belongs to the server: one line with its address.
 */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureInstalled } from './lib/ensure-installed.mjs'
import { runSource } from './lib/run-source.mjs'
import { root } from './lib/root.mjs'

ensureInstalled()
await runSource(pathToFileURL(join(root, 'sync-server', 'main.ts')))
