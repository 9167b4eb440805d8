import type { CaseView } from '#shared/contract/desktop/views.ts'
import { currentCycle, latestDraft } from '#shared/domain/case/reading.ts'
import type { Draft } from '#shared/domain/case/answer-state.ts'
import { caseMessages as messages } from '#shared/i18n/case.ts'
import { partsMessages } from '#shared/i18n/parts.ts'
import type { Speech } from '#renderer/parts/speech.tsx'

export interface ShownLetter {
  readonly kind: 'receipt' | 'referral' | 'reply' | 'rejection' | 'case_file'
  readonly id?: string
  readonly title: string
}

/**
 * In: a case as its page has it. Out: its papers, of all its cycles: receipt, a letter for each referral, the replies that left
 * and the one in hand, the notice of a rejection, the file of it all (R-04, UI-12, L-03). Several of one name say their day.
 */
export function shownLetters(
  view: Pick<CaseView, 'state' | 'referrals'>,
  speech: Pick<Speech, 't' | 'say' | 'shortDate'>,
): readonly ShownLetter[] {
  const { t } = speech
  return [
    { kind: 'receipt', title: t(messages.receipt) },
    ...apart(referralLetters(view, speech), speech),
    ...apart(replyLetters(view, speech), speech),
    ...(view.state.exit?.kind === 'rejected'
      ? [{ kind: 'rejection' as const, title: t(messages.rejectionLetter) }]
      : []),
    { kind: 'case_file', title: t(partsMessages.letterCaseFile) },
  ]
}

type Dated = ShownLetter & { readonly at: string | null }

function referralLetters(
  { state, referrals }: Pick<CaseView, 'state' | 'referrals'>,
  { t, say }: Pick<Speech, 't' | 'say'>,
) {
  const sent = new Map<string, string>(
    state.cycles.flatMap((cycle) => cycle.referrals.map(({ id, sentAt }) => [id, sentAt] as const)),
  )
  return referrals.map(({ id, department }): Dated => ({
    kind: 'referral',
    id,
    title: t(messages.referralLetter, { name: say(department.name) }),
    at: sent.get(id) ?? null,
  }))
}

function replyLetters({ state }: Pick<CaseView, 'state'>, { t }: Pick<Speech, 't'>): readonly Dated[] {
  const inHand = latestDraft(currentCycle(state))
  const isShown = (draft: Draft): boolean => draft.sent !== null || (draft === inHand && draft.returned === null)
  return state.cycles
    .flatMap(({ drafts }) => drafts)
    .filter(isShown)
    .map(({ id, approved, sent }) => ({
      kind: 'reply',
      id,
      title: t(approved === null && sent === null ? messages.replyLetterDraft : messages.replyLetter),
      at: sent?.sentAt ?? null,
    }))
}

function apart(letters: readonly Dated[], { t, shortDate }: Pick<Speech, 't' | 'shortDate'>): readonly ShownLetter[] {
  const isAlone = ({ title }: Dated): boolean => letters.filter((each) => each.title === title).length === 1
  return letters.map((letter) => {
    const { at, ...shown } = letter
    if (at === null || isAlone(letter)) return shown
    return { ...shown, title: t(messages.letterOfDay, { letter: shown.title, date: shortDate(at) }) }
  })
}
