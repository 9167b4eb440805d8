import type { ReadableDb, WritableDb } from '../store/driver.ts'

/** What a task has in its thread. Its input and its answer are plain values (structured clone). */
export interface TaskContext {
  readonly folder: string
  readonly key: Uint8Array
  /** This thread's own connection for reading, tables joined; the task closes it. */
  openReader(): ReadableDb
  /** Done of a total, or done from 0 to 1. */
  onProgress(done: number, total?: number): void
  /** For work that waits now and then. */
  readonly signal: AbortSignal
  /** For loops that never wait: true as soon as somebody cancelled. */
  isCancelled(): boolean
}

export type Task<Input, Output> = (input: Input, context: TaskContext) => Output | Promise<Output>

/** Where a thread works: the opened data folder. */
export interface TaskPlace {
  readonly folder: string
  readonly key: Uint8Array
  /** The writer's handle where the store is open: its tables are brought up to the log before a thread reads them. */
  readonly db?: Pick<WritableDb, 'settle'>
}

export type ToWorker =
  | {
      readonly kind: 'run'
      readonly name: string
      readonly input: unknown
      readonly place: Pick<TaskPlace, 'folder' | 'key'>
      readonly cancelled: SharedArrayBuffer
    }
  | { readonly kind: 'cancel' }

export type FromWorker =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly output: unknown }
  | { readonly kind: 'failed'; readonly error: unknown }
