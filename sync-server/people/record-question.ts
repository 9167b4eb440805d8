import { peopleQuestions } from '#server/log/schema/people-tables.ts'
import type { PeopleIndex } from './index-people.ts'

export interface Asking {
  readonly device: string
  readonly user: string
  /** The mark of the document that was asked about; empty where there was none: no number, or all proposed links. */
  readonly mark: string
  readonly found: number
}

/** Every question is recorded before it is answered (SYNC-PEOPLE-1). */
export async function recordQuestion({ db, ports }: PeopleIndex, asking: Asking): Promise<void> {
  await db.insert(peopleQuestions).values({ id: ports.ids.uuid(), askedAt: ports.clock.now(), ...asking })
}
