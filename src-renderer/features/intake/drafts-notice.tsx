import { useEffect } from 'react'
import type { DraftForm } from '#shared/contract/desktop/intake.ts'
import { intakeMessages as messages } from '#shared/i18n/intake.ts'
import { api, core } from '#renderer/client/core.ts'
import type { Uploaded } from '#renderer/client/files.ts'
import { useCoreQuery } from '#renderer/client/use-core.ts'
import { useSession } from '#renderer/parts/session.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { ConfirmButton } from '#renderer/ui/dialog.tsx'
import { Row } from '#renderer/ui/layout.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { useIntake } from './intake-store.ts'
import { readDraft, titleOfDraft } from './read-draft.ts'
import css from './intake.module.css'

const mostShown = 4

/** What was begun and not registered, by this user on this machine; also what the command line could not complete. */
export function DraftsNotice() {
  const { t } = useSpeech()
  const draft = useIntake((state) => state.draft)
  const query = useCoreQuery(api.intake.drafts.queryOptions({ input: {} }))
  const { refetch } = query
  // The form before this one ended its draft; nothing else tells of that.
  useEffect(() => void refetch(), [refetch])
  const drafts = (query.data ?? []).filter(({ id }) => id !== draft)
  if (drafts.length === 0) return null
  return (
    <Notice tone="neutral" title={t(messages.drafts, { count: drafts.length })}>
      <ul className={css['drafts']}>
        {drafts.slice(0, mostShown).map((kept) => (
          <DraftRow key={kept.id} kept={kept} onGone={() => void refetch()} />
        ))}
      </ul>
    </Notice>
  )
}

function DraftRow({ kept, onGone }: { readonly kept: DraftForm; readonly onGone: () => void }) {
  const { t, shortDateTime } = useSpeech()
  const { session } = useSession()
  const openDraft = useIntake((state) => state.open)
  const title = titleOfDraft(kept.form) || t(messages.draftNoSubject)
  const open = async () => {
    const form = await readDraft(kept.form, session.format, describeUpload)
    openDraft({ draft: kept.id, savedAt: kept.savedAt, form })
  }
  const discard = async () => {
    await core.intake.discardDraft({ id: kept.id })
    onGone()
  }
  return (
    <li className={css['draft']}>
      <span className={css['draft-title']}>
        <bdi>{title}</bdi>
      </span>
      <span className={css['draft-time']}>
        <bdi>{shortDateTime(kept.savedAt)}</bdi>
      </span>
      <Row gap="xs">
        <Button size="xs" onClick={() => void open()}>
          {t(messages.draftOpen)}
        </Button>
        <ConfirmButton
          size="xs"
          kind="quiet"
          label={t(messages.draftDiscard)}
          title={t(messages.draftDiscardTitle)}
          text={t(messages.draftDiscardText)}
          confirmLabel={t(messages.draftDiscard)}
          onConfirm={discard}
        />
      </Row>
    </li>
  )
}

async function describeUpload(upload: string): Promise<Uploaded | null> {
  try {
    const { name, mediaType, size, pages } = await core.files.describe({ upload })
    return { upload, name, mediaType, size, pages }
  } catch {
    // Swept away meanwhile: the draft opens without it, and its list of files shows that.
    return null
  }
}
