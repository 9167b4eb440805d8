import { describe, it } from 'vitest'
import { must } from '#shared/lib/assert.ts'
import { effort } from '#test/support/effort.ts'
import { realPostgres } from '#test/support/real-postgres.ts'
import { serverPatience } from '#test/support/test-server.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'
import { tellStory } from './support/story.ts'

/* A server and three machines as processes, on lines that fail; each is killed (SIGKILL) while all write and sync. */
const postgres = await realPostgres()
const patience = serverPatience + 60_000 * effort

describe('whoever is killed, on lines that are cut, slow and lose the end of a body', () => {
  it(
    'S2 S3 S8 S16 SYNC-RECOVER-3 SYNC-PULL-3 nothing is lost, nothing is there twice, and all come to the server’s state, on PGlite',
    () => tellStory(temporaryFolder(), null),
    patience,
  )

  it.skipIf(postgres === null)(
    'S2 S3 S8 S16 SYNC-RECOVER-3 SYNC-PULL-3 nothing is lost, nothing is there twice, and all come to the server’s state, on PostgreSQL',
    async () => {
      const { url, stop } = must(postgres, 'skipped without')
      try {
        await tellStory(temporaryFolder(), url)
      } finally {
        await stop()
      }
    },
    patience,
  )
})
