import type { IconName } from '#renderer/ui/icon-paths.ts'
import type { QueueName } from '#shared/contract/desktop/cases.ts'

/** Queues in the order of the navigation. */
export const shownQueues: readonly { readonly name: QueueName; readonly icon: IconName }[] = [
  { name: 'my_work', icon: 'user' },
  { name: 'to_triage', icon: 'filter' },
  { name: 'awaiting_departments', icon: 'building' },
  { name: 'awaiting_info', icon: 'message' },
  { name: 'overdue', icon: 'alert' },
  { name: 'due_soon', icon: 'clock' },
  { name: 'awaiting_approval', icon: 'shield' },
  { name: 'to_send', icon: 'send' },
  { name: 'to_call', icon: 'phone' },
  { name: 'to_close', icon: 'check-circle' },
  { name: 'external', icon: 'globe' },
  { name: 'incomplete_closed', icon: 'archive' },
  { name: 'all_open', icon: 'inbox' },
  { name: 'all', icon: 'list' },
]
