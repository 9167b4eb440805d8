import { defineConfig } from 'vitest/config'

// Some tests make thousands of durable writes or whole documents, on a slow disk and beside others: only what hangs is ended.
const patience = { testTimeout: 180_000, hookTimeout: 180_000, expect: { poll: { timeout: 20_000 } } }

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: ['test/e2e/**'],
          maxWorkers: 2,
          ...patience,
        },
      },
      {
        // Whole jobs in a real window: one at a time, or they would measure each other.
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          fileParallelism: false,
          // A window without a screen may miss its frames on a loaded machine; a job that fails twice has failed.
          // `npm test` names those that passed only on the second try.
          retry: 1,
          ...patience,
        },
      },
    ],
  },
})
