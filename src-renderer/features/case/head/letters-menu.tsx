import { useState } from 'react'
import type { CaseView } from '#shared/contract/desktop/views.ts'
import { currentCycle, latestDraft } from '#shared/domain/case/reading.ts'
import { caseMessages as messages } from '#shared/i18n/case.ts'
import { partsMessages } from '#shared/i18n/parts.ts'
import { LetterPaper } from '#renderer/parts/letter-paper.tsx'
import { isDepartment, useSession } from '#renderer/parts/session.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import type { MenuAction } from '#renderer/ui/menu.tsx'
import { MenuButton } from '#renderer/ui/menu.tsx'

export interface ShownLetter {
  readonly kind: 'receipt' | 'referral' | 'reply' | 'rejection' | 'case_file'
  readonly id?: string
  readonly title: string
}

const ofDepartment: ReadonlySet<ShownLetter['kind']> = new Set(['referral', 'case_file'])

/** The papers of the case: receipt, a letter for each referral, the reply, the notice of a rejection, the file of it all (R-04, UI-12, L-03). */
export function LettersMenu({ view }: { readonly view: CaseView }) {
  const { t, say } = useSpeech()
  const { unit } = useSession().session
  const [shown, setShown] = useState<ShownLetter | null>(null)
  const draft = latestDraft(currentCycle(view.state))
  const letters: readonly ShownLetter[] = [
    { kind: 'receipt', title: t(messages.receipt) },
    ...view.referrals.map((referral): ShownLetter => ({
      kind: 'referral',
      id: referral.id,
      title: t(messages.referralLetter, { name: say(referral.department.name) }),
    })),
    ...(draft !== null && draft.returned === null
      ? [
          {
            kind: 'reply' as const,
            id: draft.id,
            title: draft.approved === null ? t(messages.replyLetterDraft) : t(messages.replyLetter),
          },
        ]
      : []),
    ...(view.state.exit?.kind === 'rejected'
      ? [{ kind: 'rejection' as const, title: t(messages.rejectionLetter) }]
      : []),
    { kind: 'case_file', title: t(partsMessages.letterCaseFile) },
  ]
  // What is addressed to the complainant is the office's to print.
  const printed = isDepartment(unit) ? letters.filter(({ kind }) => ofDepartment.has(kind)) : letters
  const items: readonly MenuAction[] = printed.map((letter) => ({
    key: `${letter.kind}${letter.id ?? ''}`,
    label: letter.title,
    icon: 'print',
    onClick: () => setShown(letter),
  }))
  return (
    <>
      <MenuButton icon="print" label={t(messages.print)} items={items} />
      <LetterDialog caseId={view.line.id} letter={shown} onClose={() => setShown(null)} />
    </>
  )
}

interface LetterDialogProps {
  readonly caseId: string
  readonly letter: ShownLetter | null
  readonly onClose: () => void
}

export function LetterDialog({ caseId, letter, onClose }: LetterDialogProps) {
  const { id, kind } = letter ?? {}
  return (
    <Dialog opened={letter !== null} onClose={onClose} title={letter?.title ?? ''} size="xl">
      {kind !== undefined && (
        <LetterPaper
          caseId={caseId}
          kind={kind}
          {...(kind === 'referral' && id !== undefined ? { referral: id } : {})}
          {...(kind === 'reply' && id !== undefined ? { draft: id } : {})}
        />
      )}
    </Dialog>
  )
}
