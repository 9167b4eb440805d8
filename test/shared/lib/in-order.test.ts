import { setTimeout as sleep } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { createLine } from '#shared/lib/in-order.ts'

const after = async (ms: number, name: string): Promise<string> => {
  await sleep(ms)
  return name
}

it('SYNC-PUSH-1 what stands in a line is answered in its order, also behind one that fails', async () => {
  const inOrder = createLine()
  const heard: string[] = []
  const works = [after(20, 'first'), Promise.reject(new Error('second')), after(1, 'third')]
  await Promise.all(
    works.map(async (work) => {
      const name = await inOrder(work).catch((error: unknown) => (error instanceof Error ? error.message : ''))
      heard.push(name)
    }),
  )
  expect(heard).toEqual(['first', 'second', 'third'])
})

it('SYNC-PUSH-1 a line keeps nothing of what went through it', async () => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const inOrder = createLine()
  const send = async (): Promise<WeakRef<object>> =>
    new WeakRef(await inOrder(Promise.resolve({ page: new Uint8Array(1000) })))
  const sent = await send()
  await send()
  await sleep(10)
  collect()
  expect(sent.deref()).toBeUndefined()
})
