import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { wireContract, wireVersion } from '#shared/contract/wire/contract.ts'
import { LiveFollow, LiveNotice } from '#shared/contract/wire/live.ts'
import { Envelope } from '#shared/sync/envelope.ts'
import { EntryHeader } from '#shared/sync/feed-entry.ts'
import { FeedPageHead } from '#shared/sync/feed-page.ts'
import { PushHead } from '#shared/sync/push-page.ts'

/*
 * What crosses the wire, locked. When this fails, an older machine or server may not understand the other any more:
 * raise `wireVersion`, keep serving the last released one, and only then write the new hash here. Before the first
 * release the hash may change with the version unchanged.
 */
const locked = { version: 2, hash: 'dd7c703be22dd5a6' }

interface Procedure {
  readonly '~orpc': {
    readonly route: { readonly method?: string; readonly path?: string }
    readonly inputSchema?: z.ZodType
    readonly outputSchema?: z.ZodType
  }
}

const isProcedure = (value: object): value is Procedure => '~orpc' in value

const shapeOf = (schema: z.ZodType | undefined): unknown =>
  schema === undefined ? null : z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' })

function shapesOf(router: object, path = ''): [string, unknown][] {
  return Object.entries(router).flatMap(([name, value]: [string, object]): [string, unknown][] => {
    if (!isProcedure(value)) return shapesOf(value, `${path}${name}.`)
    const { route, inputSchema, outputSchema } = value['~orpc']
    return [[`${path}${name}`, [route.method, route.path, shapeOf(inputSchema), shapeOf(outputSchema)]]]
  })
}

describe('wire', () => {
  test('SYNC-VER-1 the schemas of the wire are those of its version', () => {
    const shapes = [
      ...shapesOf(wireContract),
      ...Object.entries({ LiveFollow, LiveNotice, Envelope, EntryHeader, FeedPageHead, PushHead }).map(
        ([name, schema]) => [name, shapeOf(schema)],
      ),
    ]
    expect(shapes.length).toBeGreaterThan(20)
    const hash = createHash('sha256').update(JSON.stringify(shapes)).digest('hex').slice(0, 16)
    expect({ version: wireVersion, hash }).toEqual(locked)
  })
})
