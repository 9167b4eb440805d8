import { beforeAll, describe, expect, test } from 'vitest'
import { type Complaint, lintFiles } from './lint-folder.ts'

/** Per room of the import table: what crosses its wall, and what does not. Written by hand, not read from the table. */
const crossings: readonly (readonly [file: string, crosses: readonly string[], stays: readonly string[]])[] = [
  ['src-shared/lib/a.ts', ['#shared/text/fold.ts', 'node:fs', 'react'], ['./b.ts']],
  ['src-shared/text/a.ts', ['#shared/domain/clock/limits.ts', 'zod'], ['#shared/lib/result.ts', './digits.ts']],
  [
    'src-shared/domain/clock/a.ts',
    ['#shared/domain/case/state.ts', '#shared/i18n/messages.ts', 'node:crypto'],
    ['zod', '#shared/text/digits.ts'],
  ],
  [
    'src-shared/domain/case/a.ts',
    ['#shared/domain/duties/due.ts', '#shared/sync/envelope.ts', '../duties/due.ts', '#core/store/driver.ts'],
    ['#shared/domain/clock/instant.ts', '../access/roles.ts', 'zod'],
  ],
  [
    'src-shared/domain/duties/a.ts',
    ['#shared/domain/person/phone.ts'],
    ['#shared/domain/case/state.ts', '#shared/domain/clock/instant.ts'],
  ],
  [
    'src-shared/sync/a.ts',
    ['#shared/domain/case/events.ts', '#shared/contract/desktop/intake.ts'],
    ['zod', '#shared/lib/assert.ts'],
  ],
  [
    'src-shared/contract/desktop/a.ts',
    ['#shared/i18n/messages.ts', '@orpc/server', '#core/core.ts'],
    ['@orpc/contract', '#shared/domain/case/events.ts', '#shared/sync/envelope.ts'],
  ],
  [
    'src-main/core/store/a.ts',
    ['#core/services/intake.ts', '#core/projections/cases.ts', 'docx', 'electron'],
    ['better-sqlite3', 'drizzle-orm/better-sqlite3', 'node:fs', '#shared/sync/envelope.ts', '#core/ports.ts'],
  ],
  [
    'src-main/core/projections/a.ts',
    ['#core/services/intake.ts', 'better-sqlite3', '#shared/i18n/messages.ts'],
    ['#core/store/driver.ts', '#shared/domain/case/evolve.ts'],
  ],
  [
    'src-main/core/intake/email/a.ts',
    ['#core/store/driver.ts', 'docx'],
    ['postal-mime', '#shared/text/fold.ts', '#shared/i18n/messages.ts', '../scan/page.ts'],
  ],
  [
    'src-main/core/search/a.ts',
    ['#shared/i18n/messages.ts', '#core/services/cases.ts'],
    ['#core/store/driver.ts', '#shared/text/fold.ts', '#shared/domain/person/display-name.ts'],
  ],
  [
    'src-main/core/reports/a.ts',
    ['#core/services/cases.ts', '#core/letters/receipt.ts', '#shared/contract/desktop/report.ts'],
    ['docx', 'exceljs', '#core/store/driver.ts', '#shared/domain/indicators/catalogue.ts'],
  ],
  [
    'src-main/core/letters/a.ts',
    ['#core/reports/model.ts', 'better-sqlite3'],
    ['docx', '#core/store/driver.ts', '#shared/i18n/messages.ts'],
  ],
  [
    'src-main/core/services/a.ts',
    ['#core/core.ts', '#shared/i18n/messages.ts', '#main/shell/main.ts', 'electron'],
    ['#core/store/driver.ts', '#core/vault/slots.ts', '#shared/contract/desktop/intake.ts', '#core/reports/model.ts'],
  ],
  [
    'src-main/shell/a.ts',
    ['#core/core.ts', '#core/store/driver.ts', '#shared/domain/case/state.ts', '#main/cli/main.ts'],
    ['electron', '#shared/contract/desktop/intake.ts', '#shared/i18n/messages.ts', 'node:path'],
  ],
  [
    'src-main/browser-host/a.ts',
    ['#core/services/cases.ts', 'electron', '#shared/sync/envelope.ts'],
    ['node:http', '#shared/contract/desktop/intake.ts'],
  ],
  [
    'src-main/cli/a.ts',
    ['#core/core.ts', '#core/door.ts', '#main/browser-host/gate.ts'],
    ['commander', '#shared/contract/desktop/intake.ts', '#shared/i18n/messages.ts'],
  ],
  [
    'src-renderer/ui/a.ts',
    ['#shared/domain/case/state.ts', '#shared/i18n/messages.ts', '#renderer/parts/clock.ts', 'node:fs'],
    ['react', '@mantine/core'],
  ],
  [
    'src-renderer/client/a.ts',
    ['#shared/domain/case/state.ts', '#renderer/ui/button.tsx', '#core/ports.ts'],
    ['@tanstack/react-query', '#shared/contract/desktop/intake.ts'],
  ],
  [
    'src-renderer/parts/a.ts',
    ['#renderer/features/triage/screen.tsx', '#shared/contract/desktop/intake.ts', '@mantine/core'],
    ['react', '#renderer/ui/button.tsx', '#renderer/client/live.ts', '#shared/domain/case/state.ts'],
  ],
  [
    'src-renderer/features/intake/a.ts',
    [
      '#renderer/features/triage/screen.tsx',
      '../triage/screen.tsx',
      '#renderer/app/routes.ts',
      '#core/store/driver.ts',
    ],
    ['react', 'zustand', './form.tsx', '#renderer/parts/clock.ts', '#shared/contract/desktop/intake.ts'],
  ],
  [
    'src-renderer/app/a.ts',
    ['#core/core.ts', 'node:fs', 'electron'],
    ['react-dom/client', '#renderer/features/triage/screen.tsx', '#renderer/ui/theme.ts'],
  ],
]

const ways: readonly ((specifier: string) => string)[] = [
  (specifier) => `import { a } from '${specifier}'\nexport const use = a\n`,
  (specifier) => `import type { A } from '${specifier}'\nexport type Use = A\n`,
  (specifier) => `export const use = await import('${specifier}')\n`,
  (specifier) => `export { a } from '${specifier}'\n`,
  (specifier) => `export type Use = import('${specifier}').A\n`,
]

/** A file of its own for every import, beside the room's `a.ts`, so that a complaint names what it is about. */
const fileFor = (file: string, index: number): string => file.replace('a.ts', `probe-${index}.ts`)

const isWall = ({ rule, message }: Complaint): boolean => rule === 'house(walls)' && message.startsWith('Wall:')

function probes(): Record<string, string> {
  const files: Record<string, string> = {}
  for (const [file, crosses, stays] of crossings) {
    for (const [index, specifier] of [...crosses, ...stays].entries()) {
      const way = ways[index % ways.length] ?? ways[0]
      files[fileFor(file, index)] = way?.(specifier) ?? ''
    }
  }
  return files
}

describe('house: walls', () => {
  let crossed: ReadonlySet<string>

  beforeAll(() => {
    crossed = new Set(
      lintFiles(probes())
        .filter(isWall)
        .map((complaint) => complaint.file),
    )
  })

  test.each(crossings)('%s: every crossing is reported, every permitted import passes', (file, crosses, stays) => {
    const verdicts = [...crosses, ...stays].map((specifier, index) => [specifier, crossed.has(fileFor(file, index))])
    const expected = [...crosses.map((specifier) => [specifier, true]), ...stays.map((specifier) => [specifier, false])]
    expect(verdicts).toEqual(expected)
  })
})

describe('house: walls in every way of importing', () => {
  const files = Object.fromEntries(ways.map((way, index) => [`src-shared/text/way-${index}.ts`, way('#core/core.ts')]))

  test('value, type, dynamic, re-export and type-of-import are all seen', () => {
    const seen = lintFiles(files)
      .filter(isWall)
      .map((complaint) => complaint.file)
    expect(seen.toSorted()).toEqual(Object.keys(files).toSorted())
  })
})

describe('house: nobody outside imports test, core.ts or app', () => {
  test('and a folder without a row in the table is a fault, as is climbing two folders', () => {
    const seen = lintFiles({
      'src-main/core/store/from-test.ts': "import { a } from '#test/support/effort.ts'\nexport const use = a\n",
      'src-main/core/workers/from-core.ts': "import { a } from '../core.ts'\nexport const use = a\n",
      'src-renderer/ui/from-app.ts': "import { a } from '#renderer/app/frame.ts'\nexport const use = a\n",
      'src-shared/somewhere/new.ts': "import { a } from '#shared/lib/result.ts'\nexport const use = a\n",
      'test/shared/deep/climbs.ts': "import { a } from '../../support/effort.ts'\nexport const use = a\n",
      'src-main/core/main.ts': "import { a } from './core.ts'\nexport const use = a\n",
    })
    expect(
      seen
        .filter(isWall)
        .map(({ file }) => file)
        .toSorted(),
    ).toEqual([
      'src-main/core/store/from-test.ts',
      'src-main/core/workers/from-core.ts',
      'src-renderer/ui/from-app.ts',
      'src-shared/somewhere/new.ts',
      'test/shared/deep/climbs.ts',
    ])
  })
})
