import { TroubleAnswer, troublePath } from '#shared/contract/desktop/trouble.ts'
import { isElectron } from './transport.ts'

/** Why no core comes to this window, if its host knows; null where the host is gone too, or the shell says it in its own dialog. */
export async function coreTrouble(): Promise<TroubleAnswer | null> {
  if (isElectron()) return null
  try {
    const answer = await fetch(troublePath)
    return answer.status === 200 ? TroubleAnswer.parse(await answer.json()) : null
  } catch {
    // Nobody serves this window any more.
    return null
  }
}
