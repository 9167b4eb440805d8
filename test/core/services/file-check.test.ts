import { randomBytes } from 'node:crypto'
import { closeSync, openSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { phoneForm } from '#test/support/phone-form.ts'
import { testOffice } from '#test/support/test-office.ts'

const settledMs = 20_000
const pageBytes = 4096

function overwritePage(file: string, page: number): void {
  const handle = openSync(file, 'r+')
  writeSync(handle, randomBytes(16), 0, 16, page * pageBytes + 500)
  closeSync(handle)
}

it('S1 damage inside the file after a clean stop is found while work goes on, and every window is told', async () => {
  const office = await testOffice({ background: true })
  // Texts of many pages, which nothing reads at a start.
  const text = 'نص طويل من الشكوى. '.repeat(1000)
  for (let count = 0; count < 20; count += 1) await office.call('intake.register', { ...phoneForm(), text })
  // Not all of them are indexed yet: the next start meets the damage there too, and goes on.
  await office.close()
  const file = join(office.folder, 'insaf.db')
  overwritePage(file, Math.floor(statSync(file).size / pageBytes / 2))

  vi.useFakeTimers({ toFake: ['setTimeout'], shouldAdvanceTime: true })
  onTestFinished(() => void vi.useRealTimers())
  await office.reopen()
  const isDamaged = async () => (await office.call<{ damaged: boolean }>('system.health')).damaged
  expect(await isDamaged()).toBe(false)
  const told = await office.call<AsyncGenerator<{ topics: string[] }>>('events.changes', undefined)
  vi.advanceTimersByTime(settledMs)
  vi.useRealTimers()
  for await (const { topics } of told) if (topics.includes('jobs') && (await isDamaged())) break
  expect(await office.call('cases.counts')).toMatchObject({ all: 20 })
})
