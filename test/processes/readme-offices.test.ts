import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { must } from '#shared/lib/assert.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

/* The block of the README that joins two offices and a department, run as whoever pastes it runs it. */

const root = join(import.meta.dirname, '../..')

/** The lines of the block: in folders of this test, at a port that is free. */
function pasted(folder: string, port: number): readonly string[] {
  const chapter = readFileSync(join(root, 'README.md'), 'utf8').split('## Several offices')[1] ?? ''
  const block = must(/```sh\n(.*?)```/s.exec(chapter)?.[1], 'the chapter has its block')
  return block.trim().replaceAll('/tmp/', `${folder}/`).replaceAll('7443', String(port)).split('\n')
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

async function shell(script: string): Promise<string> {
  const { stdout } = await promisify(execFile)('bash', ['-euc', script], { cwd: root })
  return stdout
}

/** A line that ends in `&` goes on until the test is over; the next one waits for what it says. */
function inBackground(line: string): void {
  const child = spawn('bash', ['-c', line.replace(/ &$/, '')], { cwd: root, detached: true, stdio: 'ignore' })
  // The whole group: npm stands between.
  onTestFinished(() => {
    if (child.exitCode === null) process.kill(-must(child.pid, 'it runs'), 'SIGKILL')
  })
}

test('README two offices and a department are joined by the lines that it gives, and hold what the server holds', async () => {
  const folder = temporaryFolder()
  const lines = pasted(folder, await freePort())
  expect(lines.length).toBeLessThan(10)
  const [server = '', ...others] = lines
  const syncing = others.pop() ?? ''
  inBackground(server)
  await shell(others.join('\n'))
  const office = (command: string) =>
    shell(`npm run --silent insaf -- ${command} --data ${folder}/insaf-ryd --json`).then(
      (said) => JSON.parse(said) as object,
    )
  // Every machine has somebody who passes its sign-in.
  const signsIn = (user: string, machine: string) =>
    shell(
      `npm run --silent insaf -- call session.me --data ${folder}/${machine} --as ${user} --password-file ${folder}/insaf-password`,
    )
  expect(await signsIn('noura', 'insaf-jed')).toContain('"username":"noura"')
  expect(await signsIn('wael', 'insaf-water')).toContain('"username":"wael"')
  const form =
    '{"type":"inquiry","channel":"walk_in","subject":"سؤال","text":"سؤال","person":{"kind":"anonymous"},"numberTold":"told"}'
  await office(`call intake.register '${form}' --as amal --password-file ${folder}/insaf-password`)
  const waiting = await office(`sync status --as amal --password-file ${folder}/insaf-password`)
  const items = (waiting as { readonly items: readonly object[] }).items
  expect(items).toContainEqual(expect.objectContaining({ standing: 'pending', reason: null }))
  await shell(syncing)
  const hash = await office('state-hash')
  expect(hash).toMatchObject({ cases: 1 })
  const atServer = await shell(`npm run --silent insaf-server -- state-hash --data ${folder}/insaf-server --json`)
  expect(JSON.parse(atServer)).toMatchObject(hash)
  const status = await office('sync status')
  const link = { lastContact: expect.any(String) as string }
  expect(status).toMatchObject({ unit: { code: 'RYD' }, toDecide: 0, link })
}, 180_000)
