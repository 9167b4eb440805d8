/** `npm run check`: format, lint with the walls, types, dead code, tests. `-- --static` leaves the tests out. */
import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled } from './lib/ensure-installed.mjs'
import { node24, toolEnv } from './lib/node24.mjs'
import { root } from './lib/root.mjs'

const atOnce = 2

const tool = (path) => join(root, 'node_modules', path)
const runtimes = readdirSync(root).filter((name) => /^tsconfig\.(?!base).+\.json$/.test(name))

const steps = () => [
  { name: 'lint, walls', args: [tool('oxlint/bin/oxlint'), '--type-aware'] },
  ...runtimes.map((name) => ({ name: `types ${name}`, args: [tool('typescript/bin/tsc'), '-p', name, '--noEmit'] })),
  { name: 'format', args: [tool('oxfmt/bin/oxfmt'), '--check'] },
  { name: 'dead code', args: [tool('knip/bin/knip.js'), '--no-progress'] },
]

function run(step, stdio) {
  const child = spawn(node24(), step.args, { cwd: root, env: toolEnv(), stdio })
  const said = []
  child.stdout?.on('data', (data) => said.push(data))
  child.stderr?.on('data', (data) => said.push(data))
  return new Promise((done) =>
    child.once('close', (code) => done({ isGood: code === 0, said: Buffer.concat(said).toString() })),
  )
}

/** Takes steps until none is left; answers how many failed. */
async function worker(queue) {
  let failed = 0
  for (let step = queue.shift(); step !== undefined; step = queue.shift()) {
    const began = Date.now()
    const { isGood, said } = await run(step, ['ignore', 'pipe', 'pipe'])
    if (!isGood) failed += 1
    console.log(`${isGood ? 'good' : 'BAD '}  ${step.name}  ${((Date.now() - began) / 1000).toFixed(1)} s`)
    if (!isGood) console.log(said)
  }
  return failed
}

async function check() {
  ensureInstalled()
  const queue = steps()
  const failed = await Promise.all(Array.from({ length: atOnce }, () => worker(queue)))
  const isClean = failed.every((count) => count === 0)
  if (process.argv.includes('--static')) return isClean
  const tests = await run({ args: [join(root, 'scripts', 'test.mjs')] }, 'inherit')
  return isClean && tests.isGood
}

check().then(
  (isGood) => {
    process.exitCode = isGood ? 0 : 1
  },
  (error) => {
    console.error(error.message)
    process.exitCode = 1
  },
)
