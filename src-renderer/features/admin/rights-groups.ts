import type { Right } from '#shared/domain/access/rights.ts'
import { adminGroupMessages as words } from '#shared/i18n/admin-groups.ts'

/** Rights as people look for them; together all of `access/rights.ts` (a test counts them). */
export const rightsGroups = [
  { title: words.rightsReception, rights: ['register', 'identify'] },
  {
    title: words.rightsWork,
    rights: [
      'triage',
      'set_importance',
      'retype',
      'refer',
      'answer_for_department',
      'draft_reply',
      'approve_reply',
      'send_reply',
      'measure_satisfaction',
      'close',
      'reopen',
      'link',
      'transfer_external',
      'pause_clock',
    ],
  },
  { title: words.rightsHead, rights: ['extend', 'final_closure', 'see_confidential'] },
  { title: words.rightsOversight, rights: ['report', 'audit', 'manage_lists', 'manage_users', 'manage_store'] },
] as const satisfies readonly { readonly title: unknown; readonly rights: readonly Right[] }[]
