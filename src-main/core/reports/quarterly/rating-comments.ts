import { ratings } from '#shared/domain/case/codes.ts'
import type { Rating } from '#shared/domain/case/codes.ts'
import { isInPeriod } from '#shared/domain/indicators/book.ts'
import type { Book } from '#shared/domain/indicators/book.ts'
import { ratingLabels } from '#shared/i18n/codes.ts'
import { translate } from '#shared/i18n/messages.ts'
import { ratingCommentMessages as words } from '#shared/i18n/rating-comments.ts'
import { reportWords } from '#shared/i18n/report-words.ts'
import { textCell } from '../print.ts'
import type { ReadComment } from '../read-comment.ts'
import type { Block } from '../report-model.ts'
import { columnsOf, tableOf } from '../table.ts'
import type { QuarterlyData } from './quarterly-data.ts'

export interface RatingComment {
  readonly rating: Rating
  readonly text: string
}

/** So many comments of each rating are printed, the newest first; so many ratings are looked through for them. */
const mostPrinted = 5
const mostRead = 500
const longest = 300

/** In: book, what reads a comment. Out: comments given with the ratings that K5a counts, by rating, newest first. */
export function ratingComments(book: Book, readComment: ReadComment): readonly RatingComment[] {
  const rated = book.cycles
    .filter(({ of, cycle }) => cycle.rating !== null && !of.anonymous && isInPeriod(book, cycle.endedAt))
    .filter(({ cycle }) => cycle.end === 'closed' || cycle.end === 'reopened')
    .toSorted(({ cycle: left }, { cycle: right }) => (right.ratedAt ?? '').localeCompare(left.ratedAt ?? ''))
  return ratings.flatMap((rating) => {
    const found: RatingComment[] = []
    for (const { id, cycle } of rated.filter((row) => row.cycle.rating === rating).slice(0, mostRead)) {
      const text = readComment(id, cycle.number)
      if (text !== null) found.push({ rating, text: text.length > longest ? `${text.slice(0, longest)}…` : text })
      if (found.length === mostPrinted) break
    }
    return found
  })
}

/** The comments of section 13; no block where nobody left one. */
export function commentBlocks({ print: { format }, comments }: QuarterlyData): readonly Block[] {
  if (comments.length === 0) return []
  const titles = [reportWords.rating, words.comment].map((word) => translate(word, format))
  return [
    tableOf('rating-comments', {
      title: translate(words.title, format),
      base: translate(words.base, format, { count: mostPrinted }),
      columns: columnsOf(titles, [1, 4]).map((column) => ({ ...column, align: 'start' })),
      rows: comments.map(({ rating, text }) => [textCell(ratingLabels[rating][format.language]), textCell(text)]),
    }),
  ]
}
