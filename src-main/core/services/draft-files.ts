import type { Caller } from './caller.ts'
import type { Office } from './office.ts'
import { filesOfDraft, removeWaiting } from './sweep-uploads.ts'

/**
 * Does what changes or ends a draft; then files that it held and nothing holds any more go (C-10). Nobody waits for
 * that, and what goes wrong with it is mended by the weekly sweep.
 */
export function releasingFiles<T>(
  office: Office,
  caller: Caller,
  { draft, work }: { readonly draft: string | undefined; readonly work: () => T },
): T {
  const held = draft === undefined ? [] : filesOfDraft(office, caller.id, draft)
  const done = work()
  removeWaiting(office, held).catch((error: unknown) =>
    office.ports.log.error('removing files of a draft failed', { error: String(error) }),
  )
  return done
}
