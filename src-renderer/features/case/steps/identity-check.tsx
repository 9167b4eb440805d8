import type { IdentityMark } from '#shared/domain/person/identity-marks.ts'
import { identityMarks, withoutMarks } from '#shared/domain/person/identity-marks.ts'
import type { PersonDetails } from '#shared/domain/person/person-details.ts'
import { referralMessages as messages } from '#shared/i18n/case-steps-referral.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import css from './identity-check.module.css'

interface IdentityCheckProps {
  /** Of the department the text is for. */
  readonly name: string
  readonly text: string
  readonly person: PersonDetails | null
  readonly onChange: (text: string) => void
}

/** The text as a department would read it, everything marked that tells who complained. */
export function IdentityCheck({ name, text, person, onChange }: IdentityCheckProps) {
  const { t } = useSpeech()
  const marks = identityMarks(text, person)
  if (marks.length === 0) return <p className={css['clean']}>{t(messages.identityClean)}</p>
  const known = marks.filter((mark) => mark.known).length
  const remove = () => onChange(withoutMarks(text, marks, t(messages.identityInstead)))
  return (
    <Notice
      tone="warn"
      live
      title={known > 0 ? t(messages.identityFound, { count: known }) : t(messages.identityDoubtful)}
    >
      <div
        className={css['text']}
        dir="auto"
        tabIndex={0}
        role="region"
        aria-label={t(messages.identityShown, { name })}
      >
        {pieces(text, marks).map(({ piece, mark, at }) =>
          mark === null ? (
            piece
          ) : (
            <mark key={at} className={css['mark']} data-known={mark.known || undefined}>
              {piece}
            </mark>
          ),
        )}
      </div>
      <Button size="xs" onClick={remove}>
        {t(messages.identityRemove)}
      </Button>
    </Notice>
  )
}

interface Piece {
  readonly at: number
  readonly piece: string
  readonly mark: IdentityMark | null
}

function pieces(text: string, marks: readonly IdentityMark[]): readonly Piece[] {
  const ends = [0, ...marks.map(({ to }) => to)]
  const between = ends.map((end, place): Piece => ({
    at: end,
    piece: text.slice(end, marks[place]?.from ?? text.length),
    mark: null,
  }))
  return between.flatMap((plain, place) => {
    const mark = marks[place]
    return mark === undefined ? [plain] : [plain, { at: mark.from, piece: text.slice(mark.from, mark.to), mark }]
  })
}
