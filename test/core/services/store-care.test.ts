import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { createRouterClient } from '@orpc/server'
import type { Router } from '@orpc/server'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { CallContext } from '#core/services/answer.ts'
import { newConnection } from '#core/services/connection.ts'
import type { contract } from '#shared/contract/desktop/contract.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { addUser, openOfficeFolder, testOffice, testPassword } from '#test/support/test-office.ts'

/** Waits by the real clock, whatever the timers say. Out: the number it came to. */
async function settledAt(count: () => Promise<number>, wanted: number, patienceMs = 20_000): Promise<number> {
  const until = performance.now() + patienceMs
  while (performance.now() < until && (await count()) < wanted) await new Promise(setImmediate)
  return count()
}

describe('care of the store, through the contract', () => {
  it('S1 a backup never goes over a file that is there, never among the data, and needs the right', async () => {
    const office = await testOffice()
    await addUser(office, { username: 'rana', groups: ['reception'] })
    const elsewhere = temporaryFolder()
    const file = join(elsewhere, 'a.insaf-backup')
    expect(await office.refused('system.backup', { path: join(office.folder, 'insaf.db') })).toBe('backup-inside-data')
    writeFileSync(file, 'mine')
    expect(await office.refused('system.backup', { path: file })).toBe('backup-file-exists')
    expect(await office.refused('system.backup', { path: join(elsewhere, 'b') }, 'rana')).toBe('not-allowed')
    expect(existsSync(join(elsewhere, 'b'))).toBe(false)
    const made = await office.call<{ size: number }>('system.backup', { path: join(elsewhere, 'c') })
    expect(made.size).toBe(statSync(join(elsewhere, 'c')).size)
  })

  it('S12 every window hears of a new backup, and the state names it as the last', async () => {
    const office = await testOffice()
    const told = await office.call<AsyncGenerator<{ topics: string[] }>>('events.changes', undefined)
    const next = told.next()
    const { at } = await office.call<{ at: string }>('system.backup', {})
    expect((await next).value).toEqual({ topics: ['jobs'] })
    expect(await office.call('system.health')).toMatchObject({ lastBackup: at })
    await told.return(undefined)
  })

  it('S12 the state names the last copy in a file of its own beside the last of those that the program keeps', async () => {
    const office = await testOffice()
    const kept = await office.call<{ at: string }>('system.backup', {})
    expect(await office.call('system.health')).toMatchObject({ lastBackup: kept.at, lastFullCopy: null })
    office.now = '2026-11-30T08:00:00.000Z' as Instant
    const copy = await office.call<{ at: string }>('system.backup', { path: join(temporaryFolder(), 'copy') })
    expect(await office.call('system.health')).toMatchObject({ lastBackup: kept.at, lastFullCopy: copy.at })
    expect(await office.refused('system.backup', { path: join(office.folder, 'inside') })).toBe('backup-inside-data')
  })

  it('S12 after a day without a backup the state says that it is late, also where there never was one', async () => {
    const office = await testOffice({ now: '2026-01-05T07:00:00.000Z' as Instant })
    const isLate = async () => (await office.call<{ backupLate: boolean }>('system.health')).backupLate
    await office.call('intake.register', phoneForm())
    expect(await isLate()).toBe(false)
    office.now = '2026-01-06T08:00:00.000Z' as Instant
    expect(await isLate()).toBe(true)
    await office.call('system.backup', {})
    expect(await isLate()).toBe(false)
    office.now = '2026-01-07T07:59:00.000Z' as Instant
    expect(await isLate()).toBe(false)
    office.now = '2026-01-07T08:01:00.000Z' as Instant
    expect(await isLate()).toBe(true)
  })

  it('S12 a copy is made by itself when the start is over, and again after each four hours of work', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
    onTestFinished(() => void vi.useRealTimers())
    const office = await testOffice({ background: true, now: '2026-01-05T07:00:00.000Z' as Instant })
    await office.call('intake.register', phoneForm())
    const copies = async () => (await office.call<readonly object[]>('system.backups')).length
    const hour = 3_600_000
    vi.advanceTimersByTime(19_999)
    expect(await settledAt(copies, 1, 500)).toBe(0)
    vi.advanceTimersByTime(1)
    expect(await settledAt(copies, 1)).toBe(1)
    office.now = '2026-01-05T11:00:00.000Z' as Instant
    vi.advanceTimersByTime(4 * hour - 20_001)
    expect(await settledAt(copies, 2, 500)).toBe(1)
    vi.advanceTimersByTime(1)
    expect(await settledAt(copies, 2)).toBe(2)
    office.now = '2026-01-05T15:00:00.000Z' as Instant
    vi.advanceTimersByTime(4 * hour)
    expect(await settledAt(copies, 3)).toBe(3)
  })

  it('R-08 files of the data folder cannot be taken in as attachments', async () => {
    const office = await testOffice()
    for (const name of ['keys.json', 'file.key', 'insaf.db'])
      expect(await office.refused('files.add', { path: join(office.folder, name) })).toBe('not-found')
  })

  it('S1 a restore never goes over an office, also one whose way in is lost', async () => {
    const office = await testOffice()
    const file = join(temporaryFolder(), 'copy')
    await office.call('system.backup', { path: file })
    const other = await testOffice()
    await other.close()
    rmSync(join(other.folder, 'file.key'))
    const locked = await openOfficeFolder({ folder: other.folder })
    expect(await locked.call<{ kind: string }>('setup.status', {}, '')).toMatchObject({ kind: 'locked' })
    expect(await locked.refused('setup.restore', { path: file, secret: office.recoveryCode }, '')).toBe(
      'restore-folder-not-empty',
    )
    await locked.call('setup.unlock', { secret: other.recoveryCode }, '')
    expect(await locked.call<{ cases: number }>('system.health')).toMatchObject({ cases: 0 })
  })

  /** A copy of an office with thirty megabytes of files. */
  async function largeCopy() {
    const office = await testOffice()
    mkdirSync(join(office.folder, 'files', 'ab'), { recursive: true })
    writeFileSync(join(office.folder, 'files', 'ab', 'ab'.repeat(32)), randomBytes(30_000_000))
    const path = join(temporaryFolder(), 'copy')
    await office.call('system.backup', { path })
    return { path, secret: office.recoveryCode }
  }

  it('UI-8 a restore says how far it is, and nothing else takes the folder meanwhile', async () => {
    const copy = await largeCopy()
    const elsewhere = await openOfficeFolder()
    const howFar = () => elsewhere.call<{ done: number; total: number } | null>('setup.work', {}, '')
    const restored = elsewhere.call('setup.restore', copy, '').then(() => null)
    const told = new Set<number>()
    while ((await Promise.race([restored, nextTurn('goes on')])) !== null) {
      const work = await howFar()
      if (work === null || work.total === 0) continue
      expect(work.total).toBe(statSync(copy.path).size)
      if (told.size === 0) expect(await elsewhere.refused('setup.restore', copy, '')).toBe('restore-under-way')
      told.add(work.done)
    }
    expect(told.size).toBeGreaterThan(3)
    expect(await howFar()).toBeNull()
    expect(await elsewhere.call('setup.status', {}, '')).toMatchObject({ kind: 'ready' })
  })

  it('UI-8 a restore that is stopped leaves the folder as it was, and can be begun again', async () => {
    const copy = await largeCopy()
    const elsewhere = await openOfficeFolder()
    const { setup } = createRouterClient(elsewhere.core.router as Router<typeof contract, CallContext>, {
      context: { connection: newConnection('window') },
    })
    const before = readdirSync(elsewhere.folder).toSorted()
    const stop = new AbortController()
    const restored = setup.restore({ ...copy, highest: '' }, { signal: stop.signal }).catch((error: unknown) => error)
    while (((await setup.work())?.done ?? 0) === 0) await nextTurn()
    stop.abort()
    expect(await restored).toMatchObject({ data: { code: 'cancelled' } })
    expect(readdirSync(elsewhere.folder).toSorted()).toEqual(before)
    expect(await elsewhere.call('setup.status', {}, '')).toMatchObject({ kind: 'empty' })
    expect(await elsewhere.call('setup.restore', copy, '')).toMatchObject({ cases: 0 })
  })

  it('UI-8 an import says how far it is', async () => {
    const office = await testOffice()
    const path = join(temporaryFolder(), 'old.jsonl')
    const line = (case_: number, event: string, more: object) =>
      JSON.stringify({ id: `${case_}-${event}`, case: `C${case_}`, event, at: '2026-01-04T09:00:00+03:00', ...more })
    const lines = Array.from({ length: 1000 }, (_, index) => [
      line(index, 'received', { channel: 'phone' }),
      line(index, 'registered', { type: 'complaint', subjects: ['procedure'], subject: 'س', text: 'س' }),
    ])
    writeFileSync(path, lines.flat().join('\n'))
    const imported = office.call('system.importHistory', { path }).then(() => null)
    const told = new Set<number>()
    while ((await Promise.race([imported, nextTurn('goes on')])) !== null) {
      const work = await office.call<{ done: number } | null>('system.work', { kind: 'import' }, '')
      if (work !== null) told.add(work.done)
    }
    expect(told.size).toBeGreaterThan(1)
  })

  it('a file that is not there is an answer, and the core goes on', async () => {
    const office = await testOffice()
    expect(await office.refused('files.add', { path: '/none/at/all.pdf' })).toBe('not-found')
    expect(await office.call<{ cases: number }>('system.health')).toMatchObject({ cases: 0 })
  })

  it('R-08 a new recovery code asks for the password of who asks', async () => {
    const office = await testOffice()
    expect(await office.refused('system.newRecoveryCode', { password: 'not this one' })).toBe('wrong-password')
    const { recoveryCode } = await office.call<{ recoveryCode: string }>('system.newRecoveryCode', {
      password: testPassword,
    })
    expect(recoveryCode).not.toBe(office.recoveryCode)
  })

  it('R-08 a new passphrase asks for the password of who asks, and opens what a wrong one left shut', async () => {
    const office = await testOffice()
    const passphrase = 'four unrelated words'
    const file = join(temporaryFolder(), 'copy')
    expect(await office.refused('system.setPassphrase', { passphrase })).toBe('bad-input')
    expect(await office.refused('system.setPassphrase', { passphrase, password: 'not this one' })).toBe(
      'wrong-password',
    )
    await office.call('system.backup', { path: file })
    const elsewhere = await openOfficeFolder()
    expect(await elsewhere.refused('setup.restore', { path: file, secret: passphrase }, '')).not.toBe('answered')
    await office.call('system.setPassphrase', { passphrase, password: testPassword })
    await office.call('system.backup', { path: `${file}2` })
    await elsewhere.call('setup.restore', { path: `${file}2`, secret: passphrase }, '')
    await addUser(office, { username: 'rana', groups: ['reception'] })
    expect(await office.refused('system.setPassphrase', { passphrase, password: testPassword }, 'rana')).toBe(
      'not-allowed',
    )
  })

  it('a forgotten password is set anew by the recovery code of the office, and by nothing else', async () => {
    const office = await testOffice()
    const asked = { username: 'admin', password: 'another long one' }
    expect(
      await office.refused(
        'session.resetPassword',
        { ...asked, recoveryCode: '00000-00000-00000-00000-00000-00000' },
        '',
      ),
    ).toMatch(/recovery|passphrase/)
    await office.call('session.resetPassword', { ...asked, recoveryCode: office.recoveryCode }, '')
    expect(await office.refused('session.signIn', { username: 'admin', password: testPassword }, '')).toBe(
      'wrong-password',
    )
    await office.call('session.signIn', { username: 'admin', password: asked.password })
    const { lines } = await office.call<{ lines: readonly object[] }>('audit.list', { kind: 'password_reset' })
    expect(lines).toMatchObject([{ subject: { name: { en: expect.stringMatching(/, by the recovery code$/) } } }])
  })

  it('R-01 a backup comes back in an empty folder with every case, found by search at once', async () => {
    const office = await testOffice()
    const { reference } = await office.call<{ reference: string }>('intake.register', phoneForm())
    const file = join(temporaryFolder(), 'copy')
    await office.call('system.backup', { path: file })
    const back = await openOfficeFolder({ folder: join(temporaryFolder(), 'new') })
    expect(await back.call('setup.restore', { path: file, secret: office.recoveryCode }, '')).toEqual({ cases: 1 })
    const found = await back.call<{ total: number }>('cases.search', { text: reference })
    expect(found.total).toBe(1)
    const next = await back.call<{ reference: string }>('intake.register', phoneForm())
    expect(Number(next.reference.split('-')[2])).toBeGreaterThan(1000)
  })
})
