import type { Label } from '#shared/domain/access/events.ts'
import { ListCode } from '#shared/domain/lists/list-code.ts'

/**
 * In: what stands for an entry that no list of this machine has. Out: how it is called: a case that was moved here names
 * entries which its former office made for itself, and lists do not travel (G-03, G-07). What is no code was typed as it is.
 */
export const entryElsewhere = (code: string): Label =>
  ListCode.safeParse(code).success
    ? { ar: `بند من مكتب آخر: \u2068${code}\u2069`, en: `Entry of another office: \u2068${code}\u2069` }
    : { ar: code, en: code }

/** What a case names may have its record elsewhere: nobody reads an id. */
export const unitElsewhere: Label = { ar: 'وحدة أخرى', en: 'Another unit' }
export const userElsewhere: Label = { ar: 'موظف في وحدة أخرى', en: 'Someone of another unit' }
/** For a reader of a department: someone whom a referral to it names. */
export const colleague: Label = { ar: 'موظف في دائرتكم', en: 'Someone of your department' }

/** In: id of an actor without a name here, what a person is called then. Out: his words; what is no person, as an import, keeps its own. */
export const personOrWord = (id: string, person: Label): Label =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? person : { ar: id, en: id }
