import { replyMessages as messages } from '#shared/i18n/case-steps-reply.ts'
import { api } from '#renderer/client/core.ts'
import { useCoreQuery } from '#renderer/client/use-core.ts'
import { PaperSheet } from '#renderer/parts/paper-sheet.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { useDebounced } from '#renderer/parts/use-debounced.ts'
import { AsyncView } from '#renderer/ui/async-view.tsx'
import { SkeletonLines } from '#renderer/ui/states.tsx'
import type { StepProps } from './use-step.ts'
import css from './reply-preview.module.css'

interface ReplyPreviewProps {
  readonly view: StepProps['view']
  readonly text: string
  readonly language: 'ar' | 'en'
}

/** The letter that the citizen will get, made of what is typed: the paper that the approver reads. */
export function ReplyPreview({ view, text, language }: ReplyPreviewProps) {
  const { t } = useSpeech()
  const typed = { text: useDebounced(text, 400), language }
  const input = { case: view.line.id, kind: 'reply' as const, preview: true, typed }
  const query = useCoreQuery(api.letters.make.queryOptions({ input }), { keepPrevious: true, passing: true })
  return (
    <section className={css['preview']} aria-label={t(messages.preview)}>
      <h3 className={css['title']}>{t(messages.preview)}</h3>
      <AsyncView query={query} skeleton={<SkeletonLines count={8} />}>
        {({ html }) => <PaperSheet html={html} title={t(messages.preview)} paper="a4" />}
      </AsyncView>
      <p className={css['note']}>{t(messages.previewNote)}</p>
    </section>
  )
}
