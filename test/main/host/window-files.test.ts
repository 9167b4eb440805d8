import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findWindowFile } from '#main/host/window-files.ts'
import { runs } from '#test/support/effort.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

function windowFolder(): { readonly folder: string; readonly secret: string } {
  const home = temporaryFolder()
  const folder = join(home, 'renderer')
  mkdirSync(join(folder, 'assets'), { recursive: true })
  mkdirSync(join(home, 'renderer-beside'))
  const secret = join(home, 'secret.txt')
  writeFileSync(secret, 'secret')
  writeFileSync(join(home, 'renderer-beside', 'x.js'), 'secret')
  writeFileSync(join(folder, 'index.html'), '<!doctype html>')
  writeFileSync(join(folder, 'assets', 'a-1.js'), '1')
  symlinkSync(secret, join(folder, 'assets', 'link.txt'))
  symlinkSync(home, join(folder, 'assets', 'up'))
  return { folder, secret }
}

describe('S14 files of the window', () => {
  it('S14 its own files are found, with their type', () => {
    const { folder } = windowFolder()
    expect(findWindowFile(folder, '/')).toMatchObject({ mediaType: 'text/html; charset=utf-8', isForever: false })
    expect(findWindowFile(folder, '/assets/a-1.js')).toMatchObject({ size: 1, isForever: true })
  })

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/../renderer-beside/x.js',
    '/assets/link.txt',
    '/assets/up/secret.txt',
    '/index.html%00.js',
    '/%',
    '/%ff',
    '/assets',
    '/nothing.js',
    '//etc/passwd',
  ])('S14 %s is not one of them', (path) => {
    expect(findWindowFile(windowFolder().folder, path)).toBeNull()
  })

  it('S14 no path whatever leads out of the folder', () => {
    const { folder } = windowFolder()
    const part = fc.constantFrom(
      '..',
      '.',
      '%2e%2e',
      '%2f',
      '..%2f',
      'assets',
      'up',
      'link.txt',
      'secret.txt',
      'renderer-beside',
      'x.js',
      '',
      '%00',
      '\\',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const found = findWindowFile(folder, `/${parts.join('/')}`)
        return found === null || ['index.html', 'a-1.js'].some((name) => found.path.endsWith(name))
      }),
      runs(300),
    )
  })
})
