import type { Label } from '#shared/domain/access/events.ts'
import type { CaseType } from '#shared/domain/case/codes.ts'
import { typeLabels } from '#shared/i18n/codes.ts'

/** The word a letter uses for the type of its case. */
export const typeLabel = (type: CaseType): Label => typeLabels[type]
