/**
 * The rules of the house. `rooms` is the import table: who may import whom, a row a folder. `house/walls` fails the
 * check for every import that is not in it. A file may always import its own room and `src-shared/lib`.
 * The rows follow the table of the design. Rooms that it names without a row (i18n, vault, attachments, backup, workers,
 * transport, ports, the ways into the core, lists, indicators, app) got the narrowest row they can work with; zod is open
 * to the core, because what crosses a process or lies on a disk is parsed by a schema, and a few rows name a package more
 * (oRPC in services, qrcode in letters, the table and date parts in ui, oRPC and partysocket in client).
 * Nobody imports `test`, `core.ts` or `app`; only the core's two ways in open `core.ts`.
 */
import { defineConfig } from 'oxlint'
import type { Room } from './scripts/lint/room.ts'

const lib = 'src-shared/lib'
const text = 'src-shared/text'
const i18n = 'src-shared/i18n'
const sync = 'src-shared/sync'
const domain = 'src-shared/domain'
const wording = 'src-shared/wording'
const desktop = 'src-shared/contract/desktop'
const wire = 'src-shared/contract/wire'
const gateway = 'src-shared/contract/gateway'

const room = (folder: string, mayImport: readonly string[], from: readonly string[] = []): Room => ({
  folder,
  mayImport: [lib, ...mayImport],
  from,
})

const domainRoom = (name: string, below: readonly string[]): Room =>
  room(`${domain}/${name}`, [text, ...below.map((folder) => `${domain}/${folder}`)], ['zod'])

// What the core asks of the outside stands beside its rooms; everyone in the core may name it.
const coreRoom = (name: string, mayImport: readonly string[], from: readonly string[] = []): Room =>
  room(`src-main/core/${name}`, ['src-main/core/ports.ts', ...mayImport.map(inCore)], ['node:*', 'zod', ...from])

const inCore = (name: string): string => (name.startsWith('src-') ? name : `src-main/core/${name}`)

const windowRoom = (name: string, mayImport: readonly string[], from: readonly string[]): Room =>
  room(
    `src-renderer/${name}`,
    mayImport.map((folder) => (folder.startsWith('src-') ? folder : `src-renderer/${folder}`)),
    from,
  )

const serverRoom = (name: string, mayImport: readonly string[], from: readonly string[] = []): Room =>
  room(
    `sync-server/${name}`,
    [
      domain,
      sync,
      wire,
      gateway,
      i18n,
      text,
      'sync-server/ports.ts',
      ...mayImport.map((folder) => `sync-server/${folder}`),
    ],
    ['node:*', 'zod', ...from],
  )

const coreParts = [
  'store',
  'vault',
  'workers',
  'backup',
  'projections',
  'services',
  'sync-client',
  'intake',
  'search',
  'reports',
  'letters',
  'attachments',
  'transport',
]

export const rooms: readonly Room[] = [
  room(lib, [], ['zod']),
  room(text, []),
  room(i18n, []),
  // What is known, said in sentences: by the window, and by files that leave it.
  room(wording, [domain, i18n]),
  domainRoom('clock', []),
  domainRoom('access', []),
  domainRoom('numbering', []),
  domainRoom('person', []),
  domainRoom('lists', ['clock', 'access']),
  domainRoom('case', ['clock', 'access', 'numbering', 'person', 'lists']),
  // Who is told is read from the tree of units; the ladder is reference data.
  domainRoom('duties', ['case', 'clock', 'access', 'lists']),
  domainRoom('indicators', ['access', 'case', 'clock', 'lists']),
  room(sync, [], ['zod']),
  room('src-shared/contract', [domain, sync], ['zod', '@orpc/contract']),

  coreRoom('ports.ts', [domain, sync]),
  coreRoom('store', [domain, sync], ['better-sqlite3', 'drizzle-orm']),
  coreRoom('vault', [domain, sync, 'store'], ['@node-rs/argon2']),
  coreRoom('attachments', [domain, 'store']),
  coreRoom('backup', [domain, 'store', 'vault']),
  // Search tables are one of the projections; names are kept under keys that forgive spelling.
  coreRoom('projections', [domain, sync, text, 'store', 'search']),
  coreRoom(
    'intake',
    [domain, text, i18n],
    ['postal-mime', '@kenjiuno/msgreader', 'sharp', 'pdfjs-dist', '@napi-rs/canvas', 'tesseract.js'],
  ),
  coreRoom('search', [domain, text, 'store']),
  // What both kinds of Word files are made of: directions, tables, fonts, the last pass over the package.
  coreRoom('word', [], ['docx', 'jszip']),
  coreRoom('reports', [domain, 'store', 'word', text, i18n, wording], ['docx', 'exceljs', 'echarts']),
  coreRoom('letters', [domain, 'store', 'word', text, i18n, wording], ['docx', 'exceljs', 'echarts', 'qrcode']),
  coreRoom('workers', [
    domain,
    'store',
    'vault',
    'backup',
    'attachments',
    'projections',
    'intake',
    'search',
    'reports',
    'letters',
  ]),
  coreRoom(
    'services',
    [
      domain,
      sync,
      text,
      wording,
      desktop,
      'store',
      'vault',
      'backup',
      'attachments',
      'workers',
      'projections',
      'intake',
      'search',
      'reports',
      'letters',
    ],
    ['@orpc/server'],
  ),
  // Drives the pure sync against the store and a network port; knows no service.
  coreRoom(
    'sync-client',
    [domain, sync, wire, i18n, 'store', 'projections', 'attachments', 'vault', 'workers'],
    ['@orpc/client', '@orpc/contract', '@orpc/openapi-client', 'tus-js-client', 'ws'],
  ),
  // Carries calls over a port or a socket; of the services it knows who is calling.
  coreRoom('transport', [desktop, 'services'], ['@orpc/server', 'ws']),
  coreRoom(
    'core.ts',
    ['src-shared', 'system-ports.ts', 'file-log.ts', 'sync-parts.ts', ...coreParts],
    ['@orpc/server'],
  ),
  // Where the exchange with a server is joined to an office: services know no network, the client knows no service.
  coreRoom('sync-parts.ts', ['src-shared', ...coreParts]),
  coreRoom('system-ports.ts', ['src-shared']),
  coreRoom('file-log.ts', ['src-shared', 'system-ports.ts']),
  // The two ways in, each opened by path: the core as a process, and the door the command line comes through.
  coreRoom('main.ts', ['src-shared', 'core.ts', 'system-ports.ts', ...coreParts]),
  coreRoom('door.ts', ['src-shared', 'core.ts', 'system-ports.ts', ...coreParts]),

  // What both hosts of the window do alike: watching the core, the window's files and headers, options.
  room('src-main/host', [desktop], ['node:*', 'zod']),
  room('src-main/shell', ['src-main/host', desktop, i18n], ['electron', 'node:*', 'zod']),
  // Asks before it gives an address away whether another program's core answers for the folder.
  room(
    'src-main/browser-host',
    ['src-main/host', 'src-main/core/transport/find-core.ts', 'src-main/core/transport/socket-path.ts', desktop, i18n],
    ['node:*', 'zod'],
  ),
  room('src-main/cli', [desktop, i18n], ['commander', 'node:*', 'zod']),

  serverRoom('ports.ts', []),
  serverRoom('system-ports.ts', []),
  // better-sqlite3 only for the kernel's lock on the folder.
  serverRoom('log', [], ['@electric-sql/*', 'pg', 'drizzle-orm', 'better-sqlite3']),
  serverRoom('engine', ['log']),
  // Who the machines are and what they were given: enrolment, keys, passwords, number blocks.
  serverRoom('devices', ['log'], ['@node-rs/argon2', 'drizzle-orm']),
  serverRoom('duties', ['log', 'engine'], ['drizzle-orm']),
  serverRoom('people', ['log', 'engine'], ['drizzle-orm']),
  serverRoom('blobs', ['log', 'devices'], ['@tus/*', 'drizzle-orm']),
  serverRoom(
    'wire',
    ['log', 'engine', 'devices', 'people', 'blobs', 'duties', 'open-server.ts'],
    ['@orpc/*', 'fastify', '@fastify/*', 'ws'],
  ),
  // Knows the opened server, not how it is served: the command line works on it too when nobody serves it.
  serverRoom(
    'admin',
    [
      'log',
      'engine',
      'devices',
      'people',
      'blobs',
      'duties',
      'wire',
      'open-server.ts',
      'server-engine.ts',
      'system-ports.ts',
    ],
    ['commander', 'drizzle-orm'],
  ),
  serverRoom('server-engine.ts', ['log', 'engine', 'devices', 'people', 'wire', 'admin', 'open-server.ts']),
  serverRoom('open-server.ts', ['log', 'engine', 'devices', 'people', 'blobs', 'duties', 'system-ports.ts']),
  serverRoom(
    'server.ts',
    ['log', 'engine', 'devices', 'people', 'blobs', 'duties', 'wire', 'admin', 'open-server.ts', 'server-engine.ts'],
    ['fastify', '@fastify/*', '@orpc/*', 'ws'],
  ),
  serverRoom(
    'main.ts',
    [
      'log',
      'engine',
      'devices',
      'people',
      'blobs',
      'duties',
      'wire',
      'admin',
      'server.ts',
      'open-server.ts',
      'server-engine.ts',
      'system-ports.ts',
    ],
    ['commander'],
  ),

  windowRoom(
    'ui',
    [],
    [
      'react',
      'react-dom',
      '@mantine/*',
      '@tanstack/react-table',
      '@tanstack/react-virtual',
      'react-aria-components',
      '@internationalized/date',
      'echarts',
      '@fontsource/*',
    ],
  ),
  windowRoom('client', [desktop], ['react', '@tanstack/react-query', '@orpc/*', 'partysocket']),
  windowRoom('parts', ['ui', 'client', domain, i18n, wording], ['react']),
  windowRoom('features/*', ['parts', 'ui', 'client', domain, desktop, text, i18n, wording], ['react', 'zustand']),
  windowRoom(
    'app',
    ['ui', 'client', 'parts', 'features', domain, desktop, i18n],
    ['react', 'react-dom', '@tanstack/react-query', 'zustand'],
  ),
]

const impureGlobals = [
  'process',
  'window',
  'document',
  'navigator',
  'localStorage',
  'fetch',
  'performance',
  'crypto',
  'Buffer',
  'console',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'requestAnimationFrame',
].map((name) => ({ name, message: 'Pure code runs anywhere: take it in as a value or a port.' }))

const noIntl = { name: 'Intl', message: 'Only the clock, where it computes a due date, may use Intl.' }

const impureProperties = [
  { object: 'Date', property: 'now', message: 'Time comes in as a value.' },
  { object: 'Math', property: 'random', message: 'Randomness comes in as a value.' },
]

/** Tables of data may be long, one table a file. */
const tables = [
  'src-shared/i18n/**',
  'src-shared/lib/refusals/**',
  'src-shared/domain/case/events.ts',
  'src-shared/domain/case/lifecycle*.ts',
  'src-shared/domain/indicators/catalogue.ts',
  'src-shared/domain/lists/shipped/**',
  'src-main/core/store/migrations/**',
  'src-renderer/ui/icon-paths.ts',
  'oxlint.config.ts',
]

export default defineConfig({
  plugins: ['typescript', 'unicorn', 'oxc', 'import', 'react', 'jsx-a11y', 'promise'],
  jsPlugins: ['./scripts/lint/plugin.ts'],
  categories: { correctness: 'error' },
  options: { denyWarnings: true, reportUnusedDisableDirectives: 'error' },
  ignorePatterns: ['node_modules/**', 'out/**', '.cache/**', 'test/data/**', 'docs/**'],
  rules: {
    'house/walls': ['error', { rooms }],
    'house/function-lines': ['error', { max: 50 }],
    'eslint/max-lines': ['error', { max: 300 }],
    'eslint/max-depth': ['error', { max: 3 }],
    'eslint/max-params': ['error', { max: 3 }],
    'eslint/eqeqeq': 'error',
    'eslint/no-var': 'error',
    'eslint/prefer-const': 'error',
    'eslint/no-empty': 'error',
    'import/no-default-export': 'error',
    'import/no-cycle': 'error',
    'import/no-duplicates': 'error',
    'oxc/no-barrel-file': ['error', { threshold: 0 }],
    'typescript/no-explicit-any': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/no-namespace': 'error',
    'typescript/ban-ts-comment': [
      'error',
      { minimumDescriptionLength: 10, 'ts-expect-error': 'allow-with-description' },
    ],
    'typescript/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    'typescript/await-thenable': 'error',
    'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    'unicorn/filename-case': ['error', { case: 'kebabCase' }],
    'unicorn/no-abusive-eslint-disable': 'error',
    'react/rules-of-hooks': 'error',
    'react/exhaustive-deps': 'error',
    'react/react-in-jsx-scope': 'off',
    'react/no-danger': 'error',
    // The first field of a form takes the focus: fast hands (UI rule 1).
    'jsx-a11y/no-autofocus': 'off',
    // <output> is not announced alike by every screen reader; role=status is.
    'jsx-a11y/prefer-tag-over-role': 'off',
    // Grids take their keys at the grid, and a region that scrolls must be focusable: axe judges these in the real window.
    'jsx-a11y/click-events-have-key-events': 'off',
    'jsx-a11y/interactive-supports-focus': 'off',
    'jsx-a11y/no-noninteractive-tabindex': 'off',
    'jsx-a11y/no-noninteractive-element-interactions': 'off',
    // Rules of the React compiler, which is not used here.
    'react/incompatible-library': 'off',
    'react/refs': 'off',
    'react/set-state-in-effect': 'off',
    // Code points are what digits and letters are counted by.
    'typescript/no-misused-spread': 'off',
    // Handles are objects of closures; none of them uses `this`.
    'typescript/unbound-method': 'off',
  },
  overrides: [
    { files: tables, rules: { 'eslint/max-lines': 'off' } },
    { files: ['*.config.ts', 'scripts/lint/plugin.ts'], rules: { 'import/no-default-export': 'off' } },
    {
      files: ['src-shared/**'],
      rules: {
        'house/pure': 'error',
        'eslint/no-restricted-properties': ['error', ...impureProperties],
        'eslint/no-restricted-globals': ['error', ...impureGlobals],
      },
    },
    {
      // Overrides replace: the whole list stands here again.
      files: ['src-shared/domain/**', 'src-shared/sync/**'],
      excludeFiles: ['src-shared/domain/clock/**'],
      rules: { 'eslint/no-restricted-globals': ['error', ...impureGlobals, noIntl] },
    },
    { files: ['src-main/**', 'src-shared/**', 'test/**', 'scripts/**'], rules: { 'react/rules-of-hooks': 'off' } },
    { files: ['test/**'], rules: { 'house/function-lines': 'off', 'eslint/max-lines': ['error', { max: 500 }] } },
  ],
})
