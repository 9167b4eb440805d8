/**
 * What a user may be allowed to do. A right is given through permission groups (G-01, G-02);
 * the rulebook names the right of every command in `case/lifecycle.ts`.
 */
export const rights = [
  'register', // take in a case, print its receipt
  'identify', // see and edit who the complainant is
  'triage', // decide remit and admissibility, classify
  'set_importance', // L-07: the specialised team
  'retype', // T-04
  'refer', // refer, remind, cancel, waive; enter a department's answer
  'answer_for_department', // a liaison's own acts, or the team entering them
  'draft_reply',
  'approve_reply',
  'send_reply', // record how an approved reply left
  'measure_satisfaction', // contact attempts and ratings
  'close',
  'reopen',
  'link', // L-17
  'transfer_external',
  'pause_clock', // question to the complainant; going on after it
  'extend', // the head's: extension (W6), suspension (W4)
  'final_closure', // D6: reasoned end by the head; exceptions from separation rules
  'see_confidential', // R-08 confidential cases
  'report', // figures, reports, exports
  'audit', // read the history of reads and of administration
  'manage_lists', // departments, services, reasons, calendars, limits (G-03)
  'manage_users', // users and permission groups (G-02)
  'manage_store', // backup, verify, restore
] as const

export type Right = (typeof rights)[number]
