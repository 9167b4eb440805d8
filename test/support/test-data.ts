import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

const candidates = [process.env['INSAF_TEST_DATA'], resolve(import.meta.dirname, '../../../shared/data')]

/** Folder of outside test data, or null: then tests use the repository's own made-up files in `test/data`. */
export const testData: string | null = candidates.find((path) => path !== undefined && existsSync(path)) ?? null

/** What a suite reads while it is gathered, which happens to a skipped one too: where no data are given, the other thing. */
export const whereGiven = <T>(otherwise: T, read: () => T): T => (testData === null ? otherwise : read())
