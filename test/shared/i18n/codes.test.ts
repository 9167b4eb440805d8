import { caseTypes } from '#shared/domain/lists/case-types.ts'
import { describe, expect, it } from 'vitest'
import { rights } from '#shared/domain/access/rights.ts'
import { shippedGroupNames } from '#shared/domain/access/group-names.ts'
import { shippedGroups } from '#shared/domain/access/roles.ts'
import * as codes from '#shared/domain/case/codes.ts'
import * as labels from '#shared/i18n/codes.ts'

const tables: readonly (readonly [
  string,
  readonly string[],
  Readonly<Record<string, { readonly ar: string; readonly en: string }>>,
])[] = [
  ['types', caseTypes, labels.typeLabels],
  ['definitions', caseTypes, labels.typeDefinitions],
  ['statuses', codes.statuses, labels.statusLabels],
  ['short statuses', codes.statuses, labels.statusShortLabels],
  ['referral statuses', codes.referralStatuses, labels.referralStatusLabels],
  ['stages', codes.stages, labels.stageLabels],
  ['contact channels', codes.contactChannels, labels.contactChannelLabels],
  ['complexities', codes.complexities, labels.complexityLabels],
  ['importances', codes.importances, labels.importanceLabels],
  ['priorities', codes.priorities, labels.priorityLabels],
  ['procedures', codes.procedures, labels.procedureLabels],
  ['confidentialities', codes.confidentialities, labels.confidentialityLabels],
  ['ratings', codes.ratings, labels.ratingLabels],
  ['verifications', codes.verifications, labels.verificationLabels],
  ['attempt results', codes.attemptResults, labels.attemptResultLabels],
  ['deliveries', codes.deliveries, labels.deliveryLabels],
  ['close reasons', codes.closeReasons, labels.closeReasonLabels],
  ['reopen causes', codes.reopenCauses, labels.reopenCauseLabels],
  ['outcomes', codes.outcomes, labels.outcomeLabels],
  ['groups', Object.keys(shippedGroups), shippedGroupNames],
  ['rights', rights, labels.rightLabels],
]

describe('C-08 words of the codes', () => {
  it.each(tables)('C-08 every code of %s has an Arabic and an English word', (_name, known, table) => {
    for (const code of known) {
      expect(table[code]?.ar, code).toMatch(/[\u0600-\u06FF]/)
      expect(table[code]?.en, code).toMatch(/[A-Za-z]/)
    }
  })

  it('an unknown code shows itself', () => {
    expect(labels.labelOf(labels.statusLabels, 'nonesuch', 'ar')).toBe('nonesuch')
  })
})
