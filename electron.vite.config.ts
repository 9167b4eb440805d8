/**
 * What is built and where. `out/` mirrors `src-main/`, so that a part finds its neighbour by the same relative path from
 * source and from the build: `../core/main.ts` is `../core/main.cjs` there.
 *
 * Main and preload are CommonJS, because Electron's sandboxed preload must be and the old Electron of the smoke tests
 * knows nothing else. oRPC is ESM only, so packages are bundled; external are those that bring a `.node`, `.wasm` or
 * worker file of their own, and what these load.
 */
import { existsSync } from 'node:fs'
import { dirname, relative, resolve, sep } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

const root = import.meta.dirname
const slashes = (path: string): string => path.split(sep).join('/')

const external = [
  'electron',
  'better-sqlite3',
  'sharp',
  '@napi-rs/canvas',
  '@node-rs/argon2',
  '@resvg/resvg-js',
  'tesseract.js',
  'pdfjs-dist',
  /^pdfjs-dist\//,
  'bufferutil',
  'utf-8-validate',
]

const mainEntries = {
  'shell/main': 'src-main/shell/main.ts',
  'core/main': 'src-main/core/main.ts',
  'core/door': 'src-main/core/door.ts',
  'core/workers/worker-entry': 'src-main/core/workers/worker-entry.ts',
  'browser-host/main': 'src-main/browser-host/main.ts',
  'cli/main': 'src-main/cli/main.ts',
}
const preloadEntries = { 'shell/preload': 'src-main/shell/preload.ts' }

/** Rooms move in one after another: an entry without a source is left out, not faked. */
const present = (entries: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(entries)
      .map(([name, source]) => [name, resolve(root, source)] as const)
      .filter(([, source]) => existsSync(source)),
  )

/**
 * Keeps `import.meta.dirname` true: whatever chunk a module lands in, it gets the folder under `out/` that mirrors its
 * own under `src-main/`.
 */
const mirroredDirname = (): Plugin => {
  const mark = '__mirrored_dirname__'
  return {
    name: 'mirrored-dirname',
    transform(code, id) {
      const folder = slashes(relative(resolve(root, 'src-main'), dirname(id)))
      if (folder.startsWith('..') || !code.includes('import.meta.dirname')) return null
      return { code: code.replaceAll('import.meta.dirname', `${mark}(${JSON.stringify(folder)})`), map: null }
    },
    renderChunk(code, chunk) {
      if (!code.includes(mark)) return null
      const up = slashes(relative(dirname(chunk.fileName), '.')) || '.'
      const join = `require('node:path').join(__dirname, ${JSON.stringify(up)}, folder)`
      return { code: `const ${mark} = (folder) => ${join};\n${code}`, map: null }
    },
  }
}

/** Node warns of `new Buffer` wherever it is not below `node_modules`; packages that are bundled no longer are. */
function noOldBuffers(): Plugin {
  const now = '((of, ...rest) => (typeof of === "number" ? Buffer.alloc(of) : Buffer.from(of, ...rest)))('
  return {
    name: 'no-old-buffers',
    transform(code, id) {
      if (!id.includes('node_modules') || !code.includes('new Buffer(')) return null
      return { code: code.replaceAll('new Buffer(', now), map: null }
    },
  }
}

/**
 * `docx` is shipped with object spread written out for old engines, and spends a quarter of a report's Word file in it. What
 * it spreads are plain objects into fresh ones, so the engine's own does the same.
 */
function nativeSpread(): Plugin {
  const writtenOut = /function _objectSpread2\(e\) \{\n[\s\S]*?\n\}\n/
  return {
    name: 'native-spread',
    transform(code, id) {
      if (!slashes(id).includes('/node_modules/docx/dist/') || !writtenOut.test(code)) return null
      return { code: code.replace(writtenOut, 'const _objectSpread2 = Object.assign;\n'), map: null }
    },
  }
}

const commonJs = (entries: Readonly<Record<string, string>>, chunks: string) => ({
  outDir: resolve(root, 'out'),
  emptyOutDir: false,
  externalizeDeps: false,
  // The Electron of the smoke tests brings Node 18.
  target: 'node18',
  rolldownOptions: {
    input: present(entries),
    external,
    output: {
      format: 'cjs' as const,
      entryFileNames: '[name].cjs',
      chunkFileNames: `${chunks}/[name]-[hash].cjs`,
    },
  },
})

const hasAny = (entries: Readonly<Record<string, string>>): boolean => Object.keys(present(entries)).length > 0
const page = resolve(root, 'src-renderer/index.html')

export default defineConfig({
  ...(hasAny(mainEntries)
    ? { main: { plugins: [mirroredDirname(), noOldBuffers(), nativeSpread()], build: commonJs(mainEntries, 'chunks') } }
    : {}),
  ...(hasAny(preloadEntries)
    ? { preload: { build: { ...commonJs(preloadEntries, 'preload-chunks'), isolatedEntries: true } } }
    : {}),
  ...(existsSync(page)
    ? {
        renderer: {
          root: resolve(root, 'src-renderer'),
          base: './',
          plugins: [react()],
          resolve: { alias: { '#shared': resolve(root, 'src-shared'), '#renderer': resolve(root, 'src-renderer') } },
          build: {
            outDir: resolve(root, 'out/renderer'),
            emptyOutDir: true,
            minify: true,
            target: 'chrome114',
            // One sheet, in one order: which rule wins must not hang on which screen was opened first.
            cssCodeSplit: false,
            rolldownOptions: { input: page },
          },
        },
      }
    : {}),
})
