import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { titlesOf } from './test-titles.ts'

const root = resolve(import.meta.dirname, '../..')
const name = /SYNC-[A-Z]+-\d+/g

const rules = new Set(readFileSync(join(root, 'src-shared/sync/SPEC.md'), 'utf8').match(name) ?? [])

/** Names of rules in the titles of tests: one that a comment or a text speaks of is not proven by it. */
function cited(): ReadonlySet<string> {
  const files = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
  const tests = files.filter((file) => /\.test\.tsx?$/.test(file) && !file.startsWith('house'))
  const titles = tests.flatMap((file) => {
    const text = readFileSync(join(root, 'test', file), 'utf8')
    return text.includes('SYNC-') ? titlesOf(file, text) : []
  })
  return new Set(titles.flatMap((each) => each.match(name) ?? []))
}

test('every rule of sync has a test; a new rule comes with its own', () => {
  const proven = cited()
  expect([...rules].filter((rule) => !proven.has(rule))).toEqual([])
})

test('no test names a rule that is not there', () => {
  expect([...cited()].filter((rule) => !rules.has(rule))).toEqual([])
})

test('titles of tests alone are counted, and of those none that is left out', () => {
  const file = `
    // it('a comment')
    const text = 'SYNC-X-1 a text', other = { it: 'a name' }
    say('another call'); device.test('a method')
    describe('a group', () => {
      it('one', () => expect('what it says').toBe('SYNC-X-2'))
      it.skip('left out', () => {})
      test.todo('to come')
    })
    describe.skip('left-out group', () => { it('in it', () => {}) })
    it.skipIf(isWindows)('where it can be', () => {})
    it.each([['a value', ')']] as const)('each %s', (value: string) => {})
    test.concurrent.for\`a \${1}\`(\`written \${count} times\`, () => {})`
  const titles = ['a group', 'one', 'where it can be', 'each %s', 'written  times']
  expect(titlesOf('made-up.test.ts', file)).toEqual(titles)
})
