import type { Right } from './rights.ts'
import { rights } from './rights.ts'

const desk: Right[] = ['register', 'identify']
const team: Right[] = [
  ...desk,
  'triage',
  'set_importance',
  'retype',
  'refer',
  'answer_for_department',
  'draft_reply',
  'approve_reply',
  'send_reply',
  'close',
  'reopen',
  'link',
  'transfer_external',
  'pause_clock',
]

/** The permission groups shipped with every office (G-01): code → rights. Groups are lists in the store; these are their first values. */
export const shippedGroups = {
  reception: desk,
  complaint_team: team,
  satisfaction_team: [...desk, 'measure_satisfaction', 'close', 'reopen'],
  team_head: [...team, 'measure_satisfaction', 'extend', 'final_closure', 'see_confidential', 'report', 'manage_lists'],
  liaison: ['answer_for_department'],
  /** The official in charge of complaints in a department (E-02, E-03). */
  complaint_officer: ['answer_for_department', 'report'],
  department_head: ['answer_for_department', 'report'],
  senior_management: ['report', 'see_confidential'],
  contact_centre: ['register', 'identify'],
  media_monitor: ['register'],
  administrator: ['manage_lists', 'manage_users', 'manage_store', 'audit'],
  auditor: ['audit', 'report'],
  /** The one who sets up a stand-alone office holds everything until others are added. */
  office_owner: [...rights],
} as const satisfies Readonly<Record<string, readonly Right[]>>

export type ShippedGroup = keyof typeof shippedGroups
