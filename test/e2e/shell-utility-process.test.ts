import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { _electron } from 'playwright'
import { expect, onTestFinished, test } from 'vitest'
import { build } from 'vite'
import { builtProgram } from './support/built-program.ts'
import { desktopEnvironment, electronPath, settingsHome } from './support/desktop.ts'
import { emptyFolder } from './support/office.ts'

type Page = typeof globalThis & {
  readonly core?: { readonly pid: () => Promise<number>; readonly wrapped: () => Promise<readonly number[]> } | null
}

const source = (name: string): string => join(import.meta.dirname, 'utility-app', `${name}.ts`)

async function bundle(entries: readonly string[], outDir: string, forNode: boolean): Promise<void> {
  await build({
    configFile: false,
    root: builtProgram.root,
    logLevel: 'error',
    ...(forNode ? { ssr: { noExternal: true as const } } : {}),
    build: {
      outDir,
      emptyOutDir: false,
      minify: false,
      ssr: forNode,
      target: forNode ? 'node18' : 'chrome114',
      rolldownOptions: {
        input: Object.fromEntries(entries.map((name) => [name, source(name)])),
        external: ['electron'],
        output: {
          format: forNode ? 'cjs' : 'es',
          entryFileNames: forNode ? '[name].cjs' : '[name].js',
          chunkFileNames: '[name].cjs',
        },
      },
    },
  })
}

/** The app of the test as a folder that Electron opens. */
async function makeApp(): Promise<{ readonly folder: string; readonly env: Record<string, string> }> {
  const folder = join(emptyFolder(), 'app')
  const page = join(folder, 'page')
  mkdirSync(page, { recursive: true })
  await bundle(['main', 'core'], folder, true)
  await bundle(['page'], page, false)
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'utility-app', version: '1.0.0', main: 'main.cjs' }),
  )
  writeFileSync(
    join(page, 'index.html'),
    '<!doctype html><title>utility</title><script type="module" src="./page.js"></script>',
  )
  const env = {
    TEST_PAGE: page,
    TEST_CORE: join(folder, 'core.cjs'),
    TEST_PRELOAD: join(builtProgram.root, 'out/shell/preload.cjs'),
  }
  return { folder, env: { ...desktopEnvironment(settingsHome()), ...env } }
}

test.skipIf(electronPath === '')(
  'S1 G-02: in a utility process a window’s port is handed over, the key chain answers, and a killed core comes back',
  async () => {
    const { folder, env } = await makeApp()
    const flags = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    const app = await _electron.launch({ executablePath: electronPath, args: [...flags, folder], env })
    onTestFinished(() => app.close())
    const page = await app.firstWindow()
    const pid = (): Promise<number | null> => page.evaluate(() => (globalThis as Page).core?.pid() ?? null)
    await expect.poll(pid, { timeout: 10_000 }).toBeGreaterThan(0)
    const first = Number(await pid())
    expect(first).not.toBe(app.process().pid)
    expect(await page.evaluate(() => (globalThis as Page).core?.wrapped())).toEqual([2, 3, 4])
    process.kill(first, 'SIGKILL')
    await expect.poll(pid, { timeout: 10_000 }).not.toSatisfy((now) => now === null || now === first)
  },
)
