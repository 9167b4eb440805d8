import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const name = /SYNC-[A-Z]+-\d+/g

const rules = new Set(readFileSync(join(root, 'src-shared/sync/SPEC.md'), 'utf8').match(name) ?? [])

/** Names of rules in the names of tests. */
function cited(): ReadonlySet<string> {
  const files = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
  const tests = files.filter((file) => file.endsWith('.ts') && !file.startsWith('house'))
  // Titles only: a rule that a comment speaks of is not proven by it.
  const title = /['"`]((?:[A-Z][A-Z0-9-]*-?\d+ )*(?:SYNC-[A-Z]+-\d+)[^'"`\n]*)['"`]/g
  const titles = tests.flatMap((file) => readFileSync(join(root, 'test', file), 'utf8').match(title) ?? [])
  return new Set(titles.flatMap((each) => each.match(name) ?? []))
}

test('every rule of sync has a test; a new rule comes with its own', () => {
  const proven = cited()
  expect([...rules].filter((rule) => !proven.has(rule))).toEqual([])
})

test('no test names a rule that is not there', () => {
  expect([...cited()].filter((rule) => !rules.has(rule))).toEqual([])
})
