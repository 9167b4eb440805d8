import { adminContract } from './admin.ts'
import { auditContract } from './audit.ts'
import { casesContract } from './cases.ts'
import {
  closingContract,
  deskContract,
  referralContract,
  replyContract,
  satisfactionContract,
  triageContract,
} from './commands.ts'
import { filesContract, intakeContract } from './intake.ts'
import { lettersContract } from './letters.ts'
import { peopleContract } from './people.ts'
import { reportsContract } from './reports.ts'
import { sessionContract, setupContract } from './session.ts'
import { syncContract } from './sync.ts'
import { eventsContract, systemContract } from './system.ts'

/** The desktop contract: window, command line and tests reach the core through these procedures and no other way. */
export const contract = {
  setup: setupContract,
  session: sessionContract,
  intake: intakeContract,
  files: filesContract,
  people: peopleContract,
  cases: casesContract,
  desk: deskContract,
  triage: triageContract,
  referral: referralContract,
  reply: replyContract,
  satisfaction: satisfactionContract,
  closing: closingContract,
  letters: lettersContract,
  reports: reportsContract,
  admin: adminContract,
  audit: auditContract,
  system: systemContract,
  sync: syncContract,
  events: eventsContract,
} as const
