/*
 * `npm run bench`: the figures of one office; `npm run bench -- sync`: those of an exchange with a server;
 * `-- start`: `npm start` in a fresh clone;
 * `-- load`: a morning of many offices and departments; `-- away`: an office that was long without a network. Each says with
 * `--help` what may be chosen.
 */
const [first = 'office'] = process.argv.slice(2)
const what = first.startsWith('-') ? 'office' : first
const benches: Readonly<Record<string, () => Promise<unknown>>> = {
  office: () => import('./office-bench.ts'),
  start: () => import('./fresh-start.ts'),
  sync: () => import('./sync/sync-bench.ts'),
  away: () => import('./away-bench.ts'),
  load: () => import('./load/load-bench.ts'),
}
const bench = benches[what]
if (bench === undefined) {
  console.error(`no such benchmark: ${what}; there are ${Object.keys(benches).join(', ')}`)
  process.exit(2)
}
await bench()
