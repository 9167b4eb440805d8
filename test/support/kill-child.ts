import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { openCore } from '#core/core.ts'
import { newConnection } from '#core/services/connection.ts'
import { phoneForm } from './phone-form.ts'

/*
 * A core that is going to be killed (test/core/kill.test.ts). In: data folder, what runs beside the registrations. Out: a line
 * `ready`, then each reference number after it was answered, written at once; nothing is closed in good order.
 */
const [folder = '', beside = 'nothing', round = '0'] = process.argv.slice(2)

const opened = await openCore({ dataDir: folder, background: true })
if (!opened.ok) throw new Error(`${opened.refusal.code} ${JSON.stringify(opened.refusal.params)}`)
const core = opened.value
const connection = newConnection('cli')
await core.signInAs(connection, 'admin', null)

async function call(path: string, input: unknown): Promise<unknown> {
  const answer = await core.call(path, input, connection)
  if (!answer.ok) throw new Error(`${path} ${answer.error.code}`)
  return answer.value
}

async function again(work: () => Promise<unknown>): Promise<never> {
  for (;;) await work()
}

writeSync(1, 'ready\n')
let copies = 0
if (beside === 'rebuild') void again(() => call('system.doctor', { rebuild: true }))
if (beside === 'backup')
  void again(() => call('system.backup', { path: join(folder, '..', `copy-${round}-${(copies += 1)}.insaf-backup`) }))
await again(async () => {
  const { reference } = (await call('intake.register', phoneForm())) as { reference: string }
  writeSync(1, `${reference}\n`)
  await new Promise(setImmediate)
})
