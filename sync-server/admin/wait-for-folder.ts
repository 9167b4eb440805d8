import { setTimeout as wait } from 'node:timers/promises'
import { translate } from '#shared/i18n/messages.ts'
import { serverMessages } from '#shared/i18n/server.ts'

type Params = Readonly<Record<string, string | number>>

type Answer =
  | { readonly ok: true }
  | { readonly ok: false; readonly refusal: { readonly code: string; readonly params: Params } }

/** A server on a slow machine takes this long to start. */
const mostMs = 90_000
const stepMs = 200
const saidEveryMs = 10_000

interface Waiting {
  /** Whether waiting is in vain. */
  readonly isVain?: () => Promise<boolean>
  /** Hears at once what is waited for, and again every ten seconds; by default standard error. */
  readonly say?: (text: string) => void
  readonly pause?: (ms: number) => Promise<unknown>
}

/**
 * In: what needs the server's folder. Tries again while another process has it: a command of a moment before, or a server
 * that is starting and will answer soon. Out: its answer; `folder-in-use` where that stays.
 */
export async function waitForFolder<T extends Answer>(
  attempt: () => Promise<T>,
  { isVain = () => Promise.resolve(false), say = onStandardError, pause = wait }: Waiting = {},
): Promise<T> {
  const until = performance.now() + mostMs
  for (let sayAt = 0; ; await pause(stepMs)) {
    const answer = await attempt()
    const now = performance.now()
    if (answer.ok || answer.refusal.code !== 'folder-in-use' || now > until || (await isVain())) return answer
    if (now < sayAt) continue
    sayAt = now + saidEveryMs
    say(awaited(answer.refusal.params, until - now))
  }
}

const onStandardError = (text: string): void => void process.stderr.write(text)

function awaited({ pid = 0 }: Params, leftMs: number): string {
  const told = { pid: String(pid), seconds: Math.ceil(leftMs / 1000) }
  const { folderAwaited } = serverMessages
  return `${translate(folderAwaited, 'ar', told)}\n${translate(folderAwaited, 'en', told)}\n`
}
