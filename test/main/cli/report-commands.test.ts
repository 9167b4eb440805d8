import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

const program = join(import.meta.dirname, '../../../src-main/cli/main.ts')

async function refusedBy(...typed: readonly string[]) {
  const folder = temporaryFolder()
  const out = join(folder, 'out')
  const args = [program, 'report', ...typed, '--out', out, '--data', join(folder, 'data'), '--json']
  const done = promisify(execFile)(process.execPath, args).then(() => ({ code: 0, stderr: '' }))
  const { code, stderr } = await done.catch((error: unknown) => error as { code: number; stderr: string })
  expect(existsSync(out)).toBe(false)
  return { code, ...(JSON.parse(stderr) as { error: { code: string; ar: string; en: string } }) }
}

test('K-09 the command line tells in both languages which report and which period it takes', async () => {
  const annual = await refusedBy('annual', '--year', '2026')
  expect(annual).toMatchObject({ code: 2, error: { code: 'report-kind-unknown' } })
  expect(annual.error.ar).toContain('«annual»')
  expect(annual.error.en).toContain('“annual”')
  for (const period of [
    ['--year', '26', '--quarter', '1'],
    ['--year', '2026'],
    ['--year', '2026', '--quarter', 'third'],
  ])
    expect(await refusedBy('quarterly', ...period)).toMatchObject({ code: 2, error: { code: 'report-period-wrong' } })
})
