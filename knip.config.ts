import type { KnipConfig } from 'knip'

const config: KnipConfig = {
  entry: [
    'src-main/shell/{main,preload}.ts',
    'src-main/browser-host/main.ts',
    'src-main/cli/main.ts',
    // Opened by path, never imported.
    'src-main/core/{main,door}.ts',
    'src-main/core/workers/worker-entry.ts',
    'src-renderer/app/main.tsx',
    'sync-server/main.ts',
    'sync-server/admin/main.ts',
    'scripts/*.mjs',
    // Run by hand at a release.
    'scripts/record-wire.ts',
    'test/**/*.test.{ts,tsx}',
    // Started by their tests as processes of their own.
    'test/support/{kill-child,limited-writer}.ts',
    // Started by their benchmark, by path.
    'test/bench/*-bench.ts',
    'test/bench/sync/{machine,floor-machine,floor-server}.ts',
    // Bundled by its test into an app of its own.
    'test/e2e/utility-app/*.ts',
  ],
  project: ['src-*/**/*.{ts,tsx}', 'sync-server/**/*.ts', 'scripts/**/*.{ts,mjs}', 'test/**/*.{ts,tsx}', '*.config.ts'],
  // A type may be exported because it names a part of another exported type.
  ignoreExportsUsedInFile: true,
  // Debian's: installed by the scripts where they are missing, or their tests are left out.
  ignoreBinaries: ['apt-get', 'openssl', 'ldd', 'Xvfb', 'mount', 'umount', 'strace'],
  // The first one's files are opened by path; the second types the driver that is installed under another's name.
  ignoreDependencies: ['@expo-google-fonts/noto-naskh-arabic', '@types/better-sqlite3'],
}

export default config
