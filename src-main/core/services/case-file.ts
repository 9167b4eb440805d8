import type { Case } from '#shared/domain/case/state.ts'
import type { CaseFileFacts } from '#core/letters/case-file/case-file-facts.ts'
import { caseFileModel } from '#core/letters/case-file/case-file-model.ts'
import type { LetterModel } from '#core/letters/letter-model.ts'
import { isDepartmentOnly } from './caller.ts'
import type { Caller } from './caller.ts'
import { earlierClocksOf } from './case-clocks.ts'
import { caseNames } from './case-names.ts'
import { caseView } from './case-view.ts'
import { typeLabel } from './entry-label.ts'
import type { Office } from './office.ts'

/** The whole case as its page shows it to the caller, laid out as a paper (UI-12, R-08, R-09). */
export function caseFile(office: Office, caller: Caller, asked: { state: Case; language: 'ar' | 'en' }): LetterModel {
  const view = caseView(office, caller, asked.state)
  const { reference } = office
  // By name, so that nothing else of the view goes along.
  const { line, state, text, person, referrals, drafts, files, timeline } = view
  const clocks = [...earlierClocksOf(office, state), ...view.clocks]
  const facts: CaseFileFacts = {
    office: reference.settings,
    madeAt: office.ports.clock.now(),
    madeBy: caller.user.name,
    reader: isDepartmentOnly(office, caller) ? 'department' : 'office',
    reference: state.reference,
    type: typeLabel(reference, state.type, state.typeEntry),
    registeredAt: state.registeredAt,
    line,
    state,
    text,
    person,
    clocks,
    referrals,
    drafts,
    files,
    timeline,
  }
  return caseFileModel(facts, caseNames(office, view, asked.language), asked.language)
}
