import { useState } from 'react'
import type { Limit } from '#shared/domain/clock/limits.ts'
import { adminLimitMessages as words } from '#shared/i18n/admin-limits.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { EditorDialog } from './editor-dialog.tsx'
import { lacking } from './lack.ts'
import { useLacks } from './use-lacks.ts'
import { LimitFields, limitTyped, typedLimit } from './limit-fields.tsx'
import type { LimitPlace } from './limit-table.ts'
import { useLimitWords } from './use-limit-words.ts'

interface LimitDialogProps {
  readonly place: LimitPlace
  readonly limit: Limit | null
  readonly onSet: (limit: Limit | null) => void
  readonly onClose: () => void
}

/** One limit: how much of which time. */
export function LimitDialog({ place, limit, onSet, onClose }: LimitDialogProps) {
  const { t } = useSpeech()
  const { sayPlace } = useLimitWords()
  const [typed, setTyped] = useState(typedLimit(limit))
  const found = limitTyped(typed)
  const { lacks, tell } = useLacks(lacking([{ field: 'amount', words: words.needAmount, lacks: found === null }]))
  const isGeneral = place.kind === 'case-fallback' || place.kind === 'referral-fallback'
  const submit = () => {
    if (tell() && found !== null) onSet(found)
  }
  const clear = (
    <Button kind="quiet" icon="close" onClick={() => onSet(null)}>
      {t(words.useGeneral)}
    </Button>
  )
  return (
    <EditorDialog
      title={t(words.limitOf, { name: sayPlace(place) })}
      size="md"
      lacks={lacks}
      onSubmit={submit}
      onClose={onClose}
      extra={isGeneral || limit === null ? undefined : clear}
    >
      <LimitFields required autoFocus label={t(words.amount)} value={typed} onChange={setTyped} />
    </EditorDialog>
  )
}
