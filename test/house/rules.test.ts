import { expect, test } from 'vitest'
import { lintFiles } from './lint-folder.ts'

const lines = (count: number, line: string): string => `${line}\n`.repeat(count)

/** File, its text, the rule that must speak (or null where all is well). */
const cases: readonly (readonly [file: string, text: string, rule: string | null])[] = [
  ['src-shared/text/now.ts', 'export const now = (): number => Date.now()\n', 'eslint(no-restricted-properties)'],
  ['src-shared/text/today.ts', 'export const today = (): Date => new Date()\n', 'house(pure)'],
  ['src-shared/text/given.ts', 'export const given = (ms: number): Date => new Date(ms)\n', null],
  ['src-shared/text/dice.ts', 'export const dice = (): number => Math.random()\n', 'eslint(no-restricted-properties)'],
  ['src-shared/text/place.ts', 'export const place = (): string => process.cwd()\n', 'eslint(no-restricted-globals)'],
  [
    'src-shared/domain/case/zone.ts',
    'export const zone = new Intl.DateTimeFormat()\n',
    'eslint(no-restricted-globals)',
  ],
  [
    'src-shared/domain/case/place.ts',
    'export const place = (): string => window.name\n',
    'eslint(no-restricted-globals)',
  ],
  ['src-shared/domain/clock/zone.ts', 'export const zone = new Intl.DateTimeFormat()\n', null],
  ['src-main/cli/barrel.ts', "export * from './print.ts'\n", 'oxc(no-barrel-file)'],
  ['src-main/cli/default.ts', 'export default 1\n', 'import(no-default-export)'],
  ['src-main/cli/loose.ts', 'export const loose = (value: any): unknown => value\n', 'typescript(no-explicit-any)'],
  ['src-main/cli/camelCase.ts', 'export const one = 1\n', 'unicorn(filename-case)'],
  ['src-main/cli/long.ts', lines(301, '// a line'), 'eslint(max-lines)'],
  [
    'src-main/cli/many.ts',
    'export const many = (a: 1, b: 2, c: 3, d: 4): number => a + b + c + d\n',
    'eslint(max-params)',
  ],
  ['src-main/cli/tall.ts', `export function tall(): void {\n${lines(60, '  String(1)')}}\n`, 'house(function-lines)'],
  ['src-main/cli/noted.ts', `export function noted(): void {\n${lines(60, '  // why')}}\n`, null],
  ['src-renderer/ui/form.tsx', `export const Form = () => (\n  <p>\n${lines(80, '    <b>x</b>')}  </p>\n)\n`, null],
]

test('house: the rules the linter can hold are held', () => {
  const seen = lintFiles(Object.fromEntries(cases.map(([file, text]) => [file, text])))
  for (const [file, , rule] of cases) {
    const rules = seen.filter((complaint) => complaint.file === file).map((complaint) => complaint.rule)
    expect([file, rules]).toEqual([file, rule === null ? [] : expect.arrayContaining([rule])])
  }
})
