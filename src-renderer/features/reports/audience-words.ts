import { reportsMessages as words } from '#shared/i18n/reports.ts'

/** As the cover of a report says for whom it is. */
export const audienceWords = { official: words.forOfficial, circulation: words.forCirculation } as const
