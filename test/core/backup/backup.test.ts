import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { listRollingBackups, rollBackup } from '#core/backup/rolling-backups.ts'
import { Restored, restoreBackup, restoredKey } from '#core/backup/restore-backup.ts'
import { writeBackup } from '#core/backup/write-backup.ts'
import { appendCommit } from '#core/store/append-commit.ts'
import { attempt } from '#core/store/attempt.ts'
import { openChain } from '#core/store/chain.ts'
import { openStore, type Store } from '#core/store/open-store.ts'
import { readStream } from '#core/store/read-stream.ts'
import { readSetting } from '#core/store/settings.ts'
import { verifyStore } from '#core/store/verify.ts'
import { silentLog, systemIds } from '#core/system-ports.ts'
import { createVault, unlockVault, type Vault } from '#core/vault/vault.ts'
import { runTask, stopIdleWorkers } from '#core/workers/run-task.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { ok, type Result } from '#shared/lib/result.ts'
import { must } from '#shared/lib/assert.ts'
import { runs } from '#test/support/effort.ts'
import { canMount, smallDisk } from '#test/support/small-disk.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'
import { newEvent } from '#test/support/temporary-store.ts'

const at = '2026-03-01T10:00:00.000Z' as Instant
const ids = systemIds
const passphrase = 'a long passphrase'

interface Office {
  readonly vault: Vault
  readonly store: Store
  readonly code: string
  readonly attachment: { readonly path: string; readonly bytes: Buffer }
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.refusal.code} ${JSON.stringify(result.refusal.params)}`)
  return result.value
}

function opened(vault: Vault, create = false): Store {
  const store = valueOf(openStore({ folder: vault.folder, key: vault.key, create, projections: [], log: silentLog }))
  onTestFinished(() => store.close())
  return store
}

function append(store: Store, vault: Vault, events = 2): void {
  const chain = openChain(store.db, must(vault.signer, 'has a device'))
  const commit = {
    commit: ids.uuid(),
    events: Array.from({ length: events }, () => newEvent({ private: { name: 'سعاد' } })),
  }
  store.db.transaction(() => appendCommit(store.db, chain, commit))
}

async function office(folder = temporaryFolder()): Promise<Office> {
  const vault = valueOf(await createVault(folder, { ids, file: true }))
  const code = vault.newRecoveryCode()
  valueOf(await vault.setPassphrase(passphrase))
  const store = opened(vault, true)
  for (let round = 0; round < 10; round += 1) append(store, vault)
  const bytes = randomBytes(200_000)
  const name = 'ab'.repeat(32)
  mkdirSync(join(folder, 'files', 'ab'), { recursive: true })
  writeFileSync(join(folder, 'files', 'ab', name), bytes)
  return { vault, store, code, attachment: { path: join('files', 'ab', name), bytes } }
}

const input = ({ vault }: Office, file: string) => ({
  folder: vault.folder,
  key: vault.key,
  keys: vault.portable(),
  file,
  at,
  kind: 'full' as const,
})
const back = (file: string, secret: string, folder = join(temporaryFolder(), 'new')) =>
  restoreBackup({ file, folder, secret, now: at, ids })

describe('backup and restore', () => {
  it.each(['passphrase', 'recovery code'])(
    'restores log and attachments on another machine by %s, as a new epoch',
    async (by) => {
      const made = await office()
      const file = join(temporaryFolder(), 'a.insaf-backup')
      expect(valueOf(await writeBackup(input(made, file))).files).toBe(2)
      append(made.store, made.vault) // the office goes on
      const vault = valueOf(await back(file, by === 'passphrase' ? passphrase : made.code))
      const store = opened(vault)
      const stream = newEvent({}).stream
      expect(readStream(store.db, stream)).toEqual(readStream(made.store.db, stream).slice(0, 20))
      expect(readFileSync(join(vault.folder, made.attachment.path)).equals(made.attachment.bytes)).toBe(true)
      expect([vault.signer?.device, vault.signer?.epoch]).toEqual([made.vault.signer?.device, 2])
      expect(readSetting(store.db, restoredKey, Restored)).toEqual({ at, backupOf: at, epoch: 2 })
      append(store, vault)
      expect(verifyStore(store.db, { signer: must(vault.signer, 'has one') })).toMatchObject({
        events: 22,
        findings: [],
      })
      expect((await unlockVault(vault.folder, made.code, ids)).ok).toBe(true)
      expect(existsSync(join(vault.folder, 'file.key'))).toBe(false)
    },
  )

  it('runs off the writer, while it writes', async () => {
    onTestFinished(stopIdleWorkers)
    const made = await office()
    const file = join(temporaryFolder(), 'a.insaf-backup')
    const progress: number[] = []
    const running = runTask(made.store, 'backUp', {
      input: { keys: made.vault.portable(), file, at },
      onProgress: (done, total) => progress.push(done / total),
    })
    append(made.store, made.vault)
    expect(valueOf(await running).file).toBe(file)
    expect(progress.at(-1)).toBe(1)
    expect((await back(file, passphrase)).ok).toBe(true)
  })

  it('nothing of an event and no key can be read from a backup', async () => {
    const made = await office()
    const file = join(temporaryFolder(), 'a.insaf-backup')
    valueOf(await writeBackup(input(made, file)))
    const bytes = readFileSync(file)
    const device = must(made.vault.signer, 'has one').device
    for (const plain of ['سعاد', 'note_added', 'SQLite format', device, Buffer.from(made.vault.key).toString('hex')]) {
      expect(bytes.includes(plain), plain).toBe(false)
    }
  })

  it('bad input: wrong secret, other file, used folder, backup without a way back', async () => {
    const made = await office()
    const folder = temporaryFolder()
    const file = join(folder, 'a.insaf-backup')
    valueOf(await writeBackup(input(made, file)))
    const target = join(folder, 'new')
    expect(await back(file, 'a wrong passphrase', target)).toMatchObject({ refusal: { code: 'wrong-passphrase' } })
    expect(existsSync(target)).toBe(false)
    expect(await back(file, passphrase, folder)).toMatchObject({ refusal: { code: 'restore-folder-not-empty' } })
    writeFileSync(join(folder, 'other'), 'PK')
    expect(await back(join(folder, 'other'), passphrase)).toMatchObject({ refusal: { code: 'backup-not-one' } })
    expect(await back(join(folder, 'gone'), passphrase)).toMatchObject({ refusal: { code: 'not-found' } })
    const bare = { ...input(made, file), keys: { ...made.vault.portable(), slots: [] } }
    expect(await writeBackup(bare)).toMatchObject({ refusal: { code: 'backup-without-way-back' } })
  })

  it('bad input: a backup that was cut short or altered anywhere is refused and leaves nothing', async () => {
    const made = await office()
    const folder = temporaryFolder()
    const file = join(folder, 'a.insaf-backup')
    valueOf(await writeBackup(input(made, file)))
    const whole = readFileSync(file)
    const hurt = join(folder, 'hurt')
    const refusedWith = async (bytes: Uint8Array): Promise<string> => {
      writeFileSync(hurt, bytes)
      const target = join(folder, 'new')
      const result = await back(hurt, passphrase, target)
      expect(existsSync(target)).toBe(result.ok)
      return result.ok ? 'taken' : result.refusal.code
    }
    const codes = ['backup-damaged', 'backup-not-one', 'backup-newer', 'wrong-passphrase']
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: whole.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (place, flip) => {
          const altered = Buffer.from(whole)
          altered[place] = (altered[place] ?? 0) ^ flip
          expect(codes).toContain(await refusedWith(altered))
          expect(codes).toContain(await refusedWith(whole.subarray(0, place)))
        },
      ),
      runs(8),
    )
    expect(await refusedWith(whole)).toBe('taken')
  }, 120_000)

  it('bad input: a cancelled backup leaves the one before as it was', async () => {
    const made = await office()
    const file = join(temporaryFolder(), 'a.insaf-backup')
    valueOf(await writeBackup(input(made, file)))
    const before = readFileSync(file)
    expect(await writeBackup(input(made, file), { isCancelled: () => true })).toMatchObject({
      refusal: { code: 'cancelled' },
    })
    expect(readFileSync(file).equals(before)).toBe(true)
    expect(readdirSync(join(file, '..'))).toEqual(['a.insaf-backup'])
  })

  it('S19 rolling backups: the newest 14, none older than 30 days, the newest always', async () => {
    const made = await office()
    const roll = async (when: string) =>
      valueOf(
        await rollBackup({
          folder: made.vault.folder,
          key: made.vault.key,
          keys: made.vault.portable(),
          at: when as Instant,
        }),
      )
    await roll('2026-01-01T08:00:00.000Z')
    for (let day = 10; day < 26; day += 1) await roll(`2026-02-${day}T08:00:00.000Z`)
    const names = listRollingBackups(made.vault.folder).map(({ at: when }) => when.slice(0, 10))
    expect([names.length, names[0], names.at(-1)]).toEqual([14, '2026-02-25', '2026-02-12'])
    await roll('2026-06-01T08:00:00.000Z')
    expect(listRollingBackups(made.vault.folder)).toHaveLength(1)
    const [newest] = listRollingBackups(made.vault.folder)
    expect((await back(join(made.vault.folder, 'backups', newest?.name ?? ''), passphrase)).ok).toBe(true)
  })
})

describe('bad input: a full disk', () => {
  const small = canMount()

  it.runIf(small)('a backup that does not fit leaves the one before, and says so', async () => {
    const made = await office()
    const folder = smallDisk('4m')
    const file = join(folder, 'a.insaf-backup')
    valueOf(await writeBackup(input(made, file)))
    const before = readFileSync(file)
    writeFileSync(join(made.vault.folder, 'files', 'ab', 'cd'.repeat(32)), randomBytes(5_000_000))
    expect(await writeBackup(input(made, file))).toMatchObject({ refusal: { code: 'disk-full' } })
    expect(readFileSync(file).equals(before)).toBe(true)
    expect(readdirSync(folder)).toEqual(['a.insaf-backup'])
    expect((await back(file, passphrase)).ok).toBe(true)
  })

  it.runIf(small)(
    'a commit that does not fit is refused as a whole, and the office goes on once there is space',
    async () => {
      const folder = smallDisk('3m')
      const made = await office(folder)
      const filler = join(folder, 'filler')
      writeFileSync(filler, '')
      const free = Number(execFileSync('df', ['--output=avail', '-B1', folder]).toString().split('\n')[1])
      writeFileSync(filler, Buffer.alloc(free - 40_960))
      const before = made.store.db.value<number>('SELECT count(*) FROM events') ?? 0
      let written = 0
      const { db } = made.store
      const chain = openChain(db, must(made.vault.signer, 'has a device'))
      const command = () =>
        attempt(db, () => ok(appendCommit(db, chain, { commit: ids.uuid(), events: [newEvent({}), newEvent({})] })))
      let last = command()
      for (; last.ok && written < 1000; last = command()) written += 2
      expect(last).toMatchObject({ refusal: { code: 'disk-full' } })
      expect(made.store.db.value('SELECT count(*) FROM events')).toBe(before + written)
      expect(verifyStore(made.store.db).findings).toEqual([])
      truncateSync(filler, 0)
      append(made.store, made.vault)
      expect(verifyStore(made.store.db)).toMatchObject({ events: before + written + 2, findings: [] })
      made.store.close()
    },
  )
})
