import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { LoadOrders, Told } from './machines.ts'

type Answer =
  | Told
  | { readonly kind: 'done'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly error: string }

/** A process of many machines; several orders may be under way at once. */
export interface LoadChild {
  readonly ask: <T, K extends keyof LoadOrders = keyof LoadOrders>(kind: K, order: LoadOrders[K]) => Promise<T>
  readonly tell: (told: Told) => void
  readonly kill: () => void
}

/** In: who hears what one machine tells another. */
export function startLoadChild(pass: (told: Told) => void): LoadChild {
  const child = fork(join(import.meta.dirname, 'machines.ts'), [], { serialization: 'advanced' })
  process.on('exit', () => child.kill('SIGKILL'))
  const waiting = new Map<number, { readonly done: (value: never) => void; readonly failed: (error: Error) => void }>()
  child.on('message', (answer: Answer) => {
    if (answer.kind === 'told') return pass(answer)
    const asked = waiting.get(answer.id)
    waiting.delete(answer.id)
    if (answer.kind === 'done') asked?.done(answer.value as never)
    else asked?.failed(new Error(answer.error))
  })
  child.once('exit', (code) => {
    for (const { failed } of waiting.values()) failed(new Error(`a process of machines ended with ${code}`))
  })
  let last = 0
  return {
    ask: (kind, order) =>
      new Promise((done, failed) => {
        const id = (last += 1)
        waiting.set(id, { done, failed })
        child.send({ kind, order, id })
      }),
    tell: (told) => void child.send(told),
    kill: () => void child.kill('SIGKILL'),
  }
}
