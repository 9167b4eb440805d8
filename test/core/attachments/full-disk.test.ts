import { spawnSync } from 'node:child_process'
import { readdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createAttachmentStore } from '#core/attachments/attachment-store.ts'
import { refusalSentence } from '#shared/lib/refusals/catalogue.ts'
import { must } from '#shared/lib/assert.ts'
import { canMount, smallDisk } from '#test/support/small-disk.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

const megabyte = 1024 * 1024

async function* source(bytes: number): AsyncGenerator<Uint8Array> {
  for (let left = bytes; left > 0; left -= megabyte) yield Buffer.alloc(Math.min(left, megabyte), 0x41)
}

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort()

test.runIf(canMount())(
  'bad input 6: on a disk that is full a file is refused in both languages, the ones before stay, and it goes in once there is room',
  async () => {
    const disk = smallDisk('6m')
    const store = createAttachmentStore(join(disk, 'files'))
    writeFileSync(join(disk, 'filler'), Buffer.alloc(2 * megabyte))
    const save = (bytes: number) => store.write({ name: 'عقد.pdf', source: source(bytes) })
    const first = await save(megabyte)
    const known = must(first.ok ? first.value : null, 'there was room')
    const before = filesIn(disk)

    const refused = await save(4 * megabyte)
    const { code, params } = must(refused.ok ? null : refused.refusal, 'there was no room')
    expect(code).toBe('attachment-disk-full')
    expect(refusalSentence(code, params, 'ar')).toMatch(/^لا توجد مساحة كافية على القرص لحفظ الملف «عقد\.pdf»/)
    expect(refusalSentence(code, params, 'en')).toMatch(
      /^There is not enough space on the disk for the file “عقد\.pdf”/,
    )
    expect(filesIn(disk)).toEqual(before)
    const read = await store.read(known)
    expect(read.ok && read.value.length).toBe(megabyte)

    truncateSync(join(disk, 'filler'), 0)
    expect((await save(4 * megabyte)).ok).toBe(true)
  },
)

test('bad input 6: where the system lets no file grow further the file is refused by name, and those before and after it go in', () => {
  const folder = temporaryFolder()
  const sizes = [megabyte, 4 * megabyte, 2000].join(' ')
  const limited = `ulimit -f 2048 && exec "$0" "${join(import.meta.dirname, '../../support/limited-writer.ts')}" "$1" ${sizes}`
  const { stdout, stderr } = spawnSync('bash', ['-c', limited, process.execPath, folder], { encoding: 'utf8' })
  const said = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown)
  expect(stderr).toBe('')
  expect(said).toEqual([
    { bytes: megabyte },
    expect.objectContaining({ code: 'attachment-disk-full', params: { name: 'صورة.png' } }),
    { bytes: 2000 },
  ])
  expect(filesIn(folder)).toHaveLength(2)
})
