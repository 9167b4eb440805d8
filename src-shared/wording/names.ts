import type { ListName } from '#shared/domain/lists/events.ts'

/** Ids and codes of a case in words of one language; what has no record or list here is said to be of elsewhere. */
export interface Names {
  readonly user: (id: string) => string
  readonly unit: (id: string) => string
  /** The department that a referral went to. */
  readonly referral: (id: string) => string
  readonly list: (list: ListName, code: string) => string
}
