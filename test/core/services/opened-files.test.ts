import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { describe, expect, it, vi } from 'vitest'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import type { Registered } from '#test/support/strict-case.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'
import { addUser, testOffice, testPassword } from '#test/support/test-office.ts'
import type { TestOffice } from '#test/support/test-office.ts'

/* Files between upload and reader: who may open one, that it is recorded, and what becomes of one nobody wants. */

const monday = '2026-01-05T07:00:00.000Z' as Instant
const nextWeek = '2026-01-13T07:00:00.000Z' as Instant

async function uploaded(office: TestOffice, text: string): Promise<string> {
  const path = join(temporaryFolder(), 'letter.txt')
  writeFileSync(path, text)
  return (await office.call<{ upload: string }>('files.add', { path })).upload
}

async function caseWithFile(office: TestOffice): Promise<Registered> {
  const upload = await uploaded(office, 'letter to the office')
  return office.call<Registered>('intake.register', phoneForm({ uploads: [upload] }))
}

async function ticketOf(office: TestOffice, made: Registered, as: string): Promise<string> {
  const { files } = await office.call<{ files: readonly { url: string }[] }>('cases.get', { case: made.reference }, as)
  return files[0]?.url.split('/').at(-1) ?? ''
}

/** Plain text of what the ticket opens; null when it opens nothing. */
async function opened(office: TestOffice, ticket: string): Promise<string | null> {
  const file = await office.core.fileOf(ticket, new URLSearchParams())
  return file === null ? null : (await buffer(file.open(0, file.size - 1))).toString()
}

describe('a ticket', () => {
  it('R-08 S14 opens its file while the session it was given to is open, and no longer', async () => {
    const office = await testOffice({ now: monday })
    await addUser(office, { username: 'rana', groups: ['complaint_team'] })
    const made = await caseWithFile(office)
    const [hers, his] = [await ticketOf(office, made, 'rana'), await ticketOf(office, made, 'admin')]
    expect(await opened(office, hers)).toBe('letter to the office')
    await office.call('session.signOut', {}, 'rana')
    expect(await opened(office, hers)).toBeNull()
    expect(await opened(office, his)).toBe('letter to the office')
  })

  it('G-02 R-08 opens nothing any more once its user may no longer open the case or work at all', async () => {
    const office = await testOffice({ now: monday })
    const rana = await addUser(office, { username: 'rana', groups: ['complaint_team'] })
    const made = await caseWithFile(office)
    const ticket = await ticketOf(office, made, 'rana')
    const { user } = await office.call<{ user: { id: string } }>('session.me')
    const confidentiality = (level: string, users: readonly string[]) =>
      office.call('triage.setConfidentiality', { case: made.reference, level, users, note: '' })
    await confidentiality('strict', [user.id])
    expect(await opened(office, ticket)).toBeNull()
    await confidentiality('strict', [user.id, rana])
    expect(await opened(office, ticket)).toBe('letter to the office')
    await office.call('admin.setUser', {
      id: rana,
      username: 'rana',
      name: { ar: 'rana', en: 'rana' },
      unit: 'office-amm',
      groups: ['complaint_team'],
      active: false,
      staffId: null,
      language: 'ar',
      password: testPassword,
    })
    expect(await opened(office, ticket)).toBeNull()
  })
})

describe('an abandoned upload', () => {
  const stored = (office: TestOffice): readonly string[] => {
    const files = join(office.folder, 'files')
    return existsSync(files)
      ? readdirSync(files, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map(({ name }) => name)
      : []
  }

  it('C-10 is gone after a week; what a case or a draft holds stays', async () => {
    const office = await testOffice({ now: monday, background: true })
    const made = await caseWithFile(office)
    const [, inDraft] = [await uploaded(office, 'abandoned'), await uploaded(office, 'half a form')]
    await office.call('intake.saveDraft', { id: 'd1', form: { uploads: [{ upload: inDraft }] } })
    expect(stored(office)).toHaveLength(3)
    office.now = nextWeek
    await office.reopen()
    await vi.waitFor(() => expect(stored(office)).toHaveLength(2), { timeout: 30_000 })
    expect(await opened(office, await ticketOf(office, made, 'admin'))).toBe('letter to the office')
    const kept = await office.call<Registered>(
      'intake.register',
      phoneForm({ uploads: [inDraft], today: nextWeek.slice(0, 10) }),
    )
    expect(await opened(office, await ticketOf(office, kept, 'admin'))).toBe('half a form')
  })

  it('C-10 is gone as soon as it is removed from a form that was never kept; what a case holds is not touched', async () => {
    const office = await testOffice({ now: monday })
    const upload = await uploaded(office, 'letter to the office')
    const made = await office.call<Registered>('intake.register', phoneForm({ uploads: [upload] }))
    const removed = await uploaded(office, 'wrong file')
    await office.call('files.drop', { upload: removed })
    await office.call('files.drop', { upload })
    await office.call('files.drop', { upload: 'unknown' })
    expect(stored(office)).toHaveLength(1)
    expect(await opened(office, await ticketOf(office, made, 'admin'))).toBe('letter to the office')
  })

  it.each(['saveDraft', 'register', 'discardDraft'] as const)(
    'C-10 is gone when its draft is kept without it or ends: %s',
    async (ending) => {
      const office = await testOffice({ now: monday })
      const [kept, removed] = [await uploaded(office, 'kept'), await uploaded(office, 'removed')]
      const form = { uploads: [{ upload: kept }, { upload: removed }] }
      await office.call('intake.saveDraft', { id: 'd1', form })
      await office.call('files.drop', { upload: removed })
      expect(stored(office)).toHaveLength(2)
      if (ending === 'saveDraft')
        await office.call('intake.saveDraft', { id: 'd1', form: { uploads: [{ upload: kept }] } })
      if (ending === 'register') await office.call('intake.register', phoneForm({ uploads: [kept], draft: 'd1' }))
      if (ending === 'discardDraft') await office.call('intake.discardDraft', { id: 'd1' })
      const left = ending === 'discardDraft' ? 0 : 1
      await vi.waitFor(() => expect(stored(office)).toHaveLength(left), { timeout: 30_000 })
    },
  )
})

describe('C-10 what no case takes in', () => {
  const added = (office: TestOffice, name: string, content: Uint8Array): Promise<unknown> => {
    const path = join(temporaryFolder(), name)
    writeFileSync(path, content)
    return office.call('files.add', { path })
  }
  it('is refused with its reason, and nothing of it stays', async () => {
    const office = await testOffice({ now: monday })
    const windows = Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1')
    await expect(added(office, 'empty.pdf', Buffer.alloc(0))).rejects.toThrow('attachment-empty')
    await expect(added(office, 'setup.exe', Buffer.from('text'))).rejects.toThrow('attachment-program')
    await expect(added(office, 'letter.pdf', windows)).rejects.toThrow('attachment-program')
    expect(
      readdirSync(join(office.folder, 'files'), { recursive: true, withFileTypes: true }).filter((e) => e.isFile()),
    ).toEqual([])
    await added(office, 'letter.pdf', Buffer.from('not a PDF, which is told and taken'))
    await added(office, 'MZ.txt', Buffer.from('MZ begins a text too'))
  })
})
