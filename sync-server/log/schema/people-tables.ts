/**
 * The blind index of people (L-16): whose documents are alike, without saying whose or what. A mark is a keyed hash; with
 * another key, or none, it tells nothing. Filled from the central unit's feed and never from anywhere else.
 */
import { boolean, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'

export const peopleMarks = pgTable('people_marks', { mark: text().notNull(), person: uuid().notNull() }, (table) => [
  primaryKey({ columns: [table.mark, table.person] }),
  index('people_marks_person').on(table.person),
])

/** Who a case's complainant is now. */
export const peopleCases = pgTable('people_cases', { case: uuid().primaryKey(), person: uuid().notNull() }, (table) => [
  index('people_cases_person').on(table.person),
])

/** Two records that may be one human: a person settles it by `person.linked` or `person.unlinked`, or nobody does. */
export const peopleProposals = pgTable(
  'people_proposals',
  {
    first: uuid().notNull(),
    second: uuid().notNull(),
    foundAt: text('found_at').notNull(),
    settled: boolean().notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.first, table.second] })],
)

/** Every question of a front desk (SYNC-PEOPLE-1). */
export const peopleQuestions = pgTable('people_questions', {
  id: uuid().primaryKey(),
  askedAt: text('asked_at').notNull(),
  device: text().notNull(),
  user: text('user_id').notNull(),
  mark: text().notNull(),
  found: integer().notNull(),
})

/** How far a reader of a feed has come. */
export const feedReaders = pgTable('feed_readers', {
  name: text().primaryKey(),
  sequence: integer().notNull(),
})
