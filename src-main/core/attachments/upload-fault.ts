import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { AttachmentInfo } from './attachment-info.ts'

/** Names that a machine runs when they are opened, whatever is in them: scripts have no mark of their own. */
const runs =
  /\.(?:exe|scr|pif|bat|cmd|ps1|psm1|vbs|vbe|js|jse|wsf|wsh|hta|msi|msp|jar|lnk|reg|cpl|dll|apk|scf|gadget)[. ]*$/i

/**
 * What no case takes in (C-10): a file without content, of which there is nothing to keep, and a program, which tells
 * nothing of a complaint and could be run by whoever opens it. Refuses `attachment-empty` and `attachment-program`.
 */
export function uploadFault({ name, size, mediaType }: Omit<AttachmentInfo, 'key' | 'address'>): Result<null> {
  if (size === 0) return refuse('attachment-empty', { name })
  return mediaType === 'application/x-executable' || runs.test(name) ? refuse('attachment-program', { name }) : ok(null)
}
