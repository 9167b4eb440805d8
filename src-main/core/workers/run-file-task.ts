import { assertNever } from '#shared/lib/assert.ts'
import { refuse } from '#shared/lib/result.ts'
import { timeLimits } from '../intake/time-limits.ts'
import type { TaskInput, TaskOutput } from './all-tasks.ts'
import { runTask, TaskEnded } from './run-task.ts'
import type { TaskOptions } from './run-task.ts'
import type { TaskPlace } from './task.ts'

type FileTask = keyof typeof timeLimits

/**
 * Reads a file nobody vouches for, in a thread that is ended when its time is over. A parser that hangs, fills the memory or
 * takes its thread down is a refusal like any other: the file is kept. Throws `TaskEnded` only when cancelled.
 */
export async function runFileTask<Name extends FileTask>(
  place: TaskPlace,
  name: Name,
  options: { readonly input: TaskInput<Name> } & TaskOptions,
): Promise<TaskOutput<Name> | ReturnType<typeof refusalOf>> {
  try {
    return await runTask(place, name, { timeLimitMs: timeLimits[name], ...options })
  } catch (cause) {
    if (cause instanceof TaskEnded && cause.reason === 'cancelled') throw cause
    return refusalOf(name, options.input, cause instanceof Error ? cause.message : String(cause))
  }
}

function refusalOf(name: FileTask, input: TaskInput<FileTask>, cause: string): ReturnType<typeof refuse> {
  switch (name) {
    case 'readEmailFile':
      return refuse('email-not-readable', { cause })
    case 'countScanPages':
      return refuse('scan-not-readable', { cause })
    case 'renderScanPage':
      return refuse('page-cannot-be-shown', { page: 'page' in input ? input.page : 1, cause })
    default:
      return assertNever(name)
  }
}
