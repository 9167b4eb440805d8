import { api } from '#renderer/client/core.ts'
import { useCoreQuery } from '#renderer/client/use-core.ts'

/** Whether this is a machine of several units, whose work goes over a server. */
export function useIsJoined(): boolean {
  const link = useCoreQuery(api.sync.status.queryOptions()).data?.link
  return link !== undefined && link.kind !== 'stand_alone'
}
