import { expect, test } from 'vitest'
import { createNetwork, NoAnswer } from './network.ts'
import { randomOf } from './random.ts'
import { createScheduler } from './scheduler.ts'
import { shrink } from './shrink.ts'

const story = async (seed: number): Promise<{ trace: readonly string[]; answers: readonly string[] }> => {
  const scheduler = createScheduler()
  const network = createNetwork(scheduler, randomOf(seed, 'network'), { loss: 0.2, duplication: 0.2, slowest: 500 })
  const answers: string[] = []
  let served = 0
  for (let number = 0; number < 40; number += 1) {
    void network
      .call('a', `call ${number}`, async () => {
        served += 1
        await scheduler.wait(3, 'work')
        return served
      })
      .then(
        (value) => answers.push(`${number}=${value}`),
        (error: unknown) => answers.push(`${number} ${error instanceof NoAnswer}`),
      )
  }
  await scheduler.run()
  return { trace: scheduler.trace, answers }
}

test('the same seed tells the same story, another another', async () => {
  const [one, two, other] = [await story(7), await story(7), await story(8)]
  expect(two).toEqual(one)
  expect(other.trace).not.toEqual(one.trace)
  expect(one.answers).toHaveLength(40)
  expect(one.answers.some((answer) => answer.endsWith('true'))).toBe(true)
})

test('a cut machine gets no answer; mended, it does', async () => {
  const scheduler = createScheduler()
  const network = createNetwork(scheduler, randomOf(1, 'n'), { loss: 0, duplication: 0, slowest: 10 })
  network.cut('a')
  const lost = network.call('a', 'one', async () => 1).catch((error: unknown) => error instanceof NoAnswer)
  await scheduler.run()
  expect(await lost).toBe(true)
  network.mend('a')
  const found = network.call('a', 'two', async () => 2)
  await scheduler.run()
  expect(await found).toBe(2)
})

test('a failing story is cut down to the steps it needs', async () => {
  const steps = Array.from({ length: 100 }, (_, index) => index)
  const fails = async (some: readonly number[]): Promise<boolean> => some.includes(13) && some.includes(77)
  expect(await shrink(steps, fails)).toEqual([13, 77])
})
