/** The server's command line, from its sources on Node 24. Standard output belongs to the command alone. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { runSource } from './lib/run-source.mjs'
import { root } from './lib/root.mjs'

await runSource(pathToFileURL(join(root, 'sync-server', 'admin', 'main.ts')))
