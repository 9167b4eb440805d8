import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'

/** A process that takes orders one by one. */
export interface Child<Orders> {
  readonly process: ChildProcess
  readonly ask: <T, K extends keyof Orders = keyof Orders>(kind: K, order: Orders[K]) => Promise<T>
  /** As `ask`, for an order that says first that it has begun: both are awaited by the caller. */
  readonly begin: <T, K extends keyof Orders = keyof Orders>(
    kind: K,
    order: Orders[K],
  ) => Promise<{ readonly done: Promise<T> }>
  readonly end: () => Promise<void>
}

type Answer = { kind: 'watching' } | { kind: 'done'; value: unknown } | { kind: 'failed'; error: string }

export function startChild<Orders>(file: string, args: readonly string[] = []): Child<Orders> {
  const child = fork(file, args, {
    serialization: 'advanced',
    // As the host starts a core.
    execArgv: ['--min-semi-space-size=16'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  process.on('exit', () => child.kill('SIGKILL'))
  const answer = (wanted: readonly Answer['kind'][]): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const fall = (code: number | null): void => reject(new Error(`${file} ended with ${code}`))
      const hear = (message: Answer): void => {
        if (message.kind === 'failed') reject(new Error(message.error))
        else if (wanted.includes(message.kind)) resolve(message)
        else return
        child.off('message', hear).off('exit', fall)
      }
      child.on('message', hear).once('exit', fall)
    })
  const valueOf = (given: Answer): never => (given.kind === 'done' ? given.value : null) as never
  return {
    process: child,
    ask: async (kind, order) => {
      const done = answer(['done'])
      child.send({ kind, order })
      return valueOf(await done)
    },
    begin: async (kind, order) => {
      const [begun, done] = [answer(['watching']), answer(['done'])]
      child.send({ kind, order })
      await begun
      return { done: done.then(valueOf) }
    },
    end: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
    },
  }
}
