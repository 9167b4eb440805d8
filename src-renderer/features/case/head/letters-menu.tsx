import { useState } from 'react'
import type { CaseView } from '#shared/contract/desktop/views.ts'
import { caseMessages as messages } from '#shared/i18n/case.ts'
import { LetterPaper } from '#renderer/parts/letter-paper.tsx'
import { isDepartment, useSession } from '#renderer/parts/session.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import type { MenuAction } from '#renderer/ui/menu.tsx'
import { MenuButton } from '#renderer/ui/menu.tsx'
import { shownLetters } from './shown-letters.ts'
import type { ShownLetter } from './shown-letters.ts'

const ofDepartment: ReadonlySet<ShownLetter['kind']> = new Set(['referral', 'case_file'])

/** The papers of the case, each to be looked at and printed. */
export function LettersMenu({ view }: { readonly view: CaseView }) {
  const speech = useSpeech()
  const { t } = speech
  const { unit } = useSession().session
  const [shown, setShown] = useState<ShownLetter | null>(null)
  const letters = shownLetters(view, speech)
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
