import type { CaseFilter, QueueName } from '#shared/contract/desktop/cases.ts'
import type { CoreClient } from '#renderer/client/core.ts'

const most = 500

/**
 * In: a queue with its conditions. Out: number by id of every case in it, not of one page alone (bug 15). Walked in the
 * order of receipt, which no step of anyone changes meanwhile.
 */
export async function allMatching(
  core: Pick<CoreClient, 'cases'>,
  asked: { readonly queue: QueueName; readonly filter: CaseFilter },
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  for (let offset = 0; ; offset += most) {
    const page = await core.cases.queue({ ...asked, sort: 'received', page: { offset, limit: most } })
    for (const { id, reference } of page.lines) found.set(id, reference)
    if (page.lines.length < most) return found
  }
}
