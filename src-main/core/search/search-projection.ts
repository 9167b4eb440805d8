import type { Projection } from '#core/store/projection.ts'
import { createMarks } from './search-marks.ts'

/*
 * The full-text index, brought up to date behind the commits (`update-index.ts`): a row in it costs more than the rest of a
 * registration. Two columns, so that who may not see identities searches the text only. The table is external to the
 * log; `case_rows.key` is its row id, so cases registered later stand later in it.
 */
export const searchProjection: Projection = {
  name: 'search',
  version: 6,
  create: [
    "CREATE VIRTUAL TABLE search_index USING fts5 (text, identity, content = '', contentless_delete = 1, tokenize = \"unicode61 remove_diacritics 0\", prefix = '3')",
    "INSERT INTO search_index (search_index, rank) VALUES ('secure-delete', 1)",
    ...createMarks,
  ],
  apply: () => {
    // The projections of cases and people mark what the indexes lack.
  },
}
