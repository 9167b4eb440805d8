import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { addToLedger, readLedger } from '#core/store/forgotten-ledger.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

const person = (name: string) => ({ stream: `person:${name}`, reason: 'request', by: null })

test('S19 half a line at the end of the list of the forgotten costs neither the line before it nor the one behind', () => {
  const folder = temporaryFolder()
  addToLedger(folder, [person('first')])
  appendFileSync(join(folder, 'forgotten.jsonl'), JSON.stringify(person('second')).slice(0, -9))
  expect(readLedger(folder)).toEqual([person('first')])
  addToLedger(folder, [person('first'), person('second')])
  expect(readLedger(folder)).toEqual([person('first'), person('second')])
})
