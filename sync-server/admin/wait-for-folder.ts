import { setTimeout as wait } from 'node:timers/promises'

type Answer = { readonly ok: true } | { readonly ok: false; readonly refusal: { readonly code: string } }

/** A server on a slow machine takes this long to start. */
const mostMs = 90_000
const stepMs = 200

/**
 * In: what needs the server's folder, whether waiting for it is in vain. Tries again while another process has it: a command
 * of a moment before, or a server that is starting and will answer soon. Out: its answer; `folder-in-use` where that stays.
 */
export async function waitForFolder<T extends Answer>(
  attempt: () => Promise<T>,
  isVain: () => Promise<boolean> = () => Promise.resolve(false),
): Promise<T> {
  for (const until = performance.now() + mostMs; ; await wait(stepMs)) {
    const answer = await attempt()
    const isInUse = !answer.ok && answer.refusal.code === 'folder-in-use'
    if (!isInUse || performance.now() > until || (await isVain())) return answer
  }
}
