import type { Messages } from './messages.ts'

/** Comments in section 13 of a report. */
export const ratingCommentMessages = {
  title: { ar: 'تعليقات المتعاملين مع تقييماتهم', en: 'Comments given with ratings' },
  comment: { ar: 'التعليق', en: 'Comment' },
  base: {
    ar: 'أحدث التعليقات لكل تقييم بما لا يزيد على {count}، وقد حُجب منها ما يدل على صاحبها. ولا تُذكر تعليقات الحالات شديدة السرية.',
    en: 'The newest of each rating, at most {count}, without what tells whose they are. None is printed of strictly confidential cases.',
  },
} as const satisfies Messages
