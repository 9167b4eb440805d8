import { isolate } from '#shared/text/direction.ts'
import { letterMessages } from '#shared/i18n/letters.ts'
import { typeLabels } from '#shared/i18n/codes.ts'
import { formatDate } from '#shared/i18n/format.ts'
import { translate } from '#shared/i18n/messages.ts'
import { replyMessages as messages } from '#shared/i18n/case-steps-reply.ts'
import { api } from '#renderer/client/core.ts'
import { useCoreQuery } from '#renderer/client/use-core.ts'
import { useListEntries } from '#renderer/parts/lists.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Isolated } from '#renderer/ui/isolated.tsx'
import { sentReply } from './begun-reply.ts'
import type { StepProps } from './use-step.ts'
import css from './reply-preview.module.css'

interface ReplyPreviewProps {
  readonly view: StepProps['view']
  readonly text: string
  readonly language: 'ar' | 'en'
}

/** What the citizen will read, in his language, with the right of objection, before it goes to the approver. */
export function ReplyPreview({ view, text, language }: ReplyPreviewProps) {
  const { t, settings } = useSpeech()
  const { country, letterhead } = useCoreQuery(api.admin.settings.queryOptions({ input: {} })).data ?? {}
  const { type, typeEntry, registeredAt } = view.state
  const reference = isolate(view.state.reference)
  const own = useListEntries('types').find(({ code }) => code === typeEntry)?.labels ?? typeLabels[type]
  const date = formatDate(registeredAt, { ...settings, language, hijri: false })
  const subject = view.text?.subject ?? ''
  const name = view.person?.displayName ?? ''
  // Groups of figures keep their order in an Arabic sentence.
  const phone = isolate(letterhead?.phone ?? '')
  const sentAt = sentReply(view.state)?.sent?.sentAt ?? null
  const say = { ...settings, language }
  const greeting = (country === 'SA' ? letterMessages.greetingSa : letterMessages.greeting)[language]
  return (
    <section className={css['preview']} aria-label={t(messages.preview)}>
      <h3 className={css['title']}>{t(messages.preview)}</h3>
      <div className={css['paper']} lang={language} dir={language === 'ar' ? 'rtl' : 'ltr'}>
        <p className={css['strong']}>
          <Isolated>
            {name === '' ? translate(letterMessages.dearUnknown, say) : translate(letterMessages.dear, say, { name })}
          </Isolated>
        </p>
        <p className={css['strong']}>
          {translate(letterMessages.subjectLine, say, {
            subject: translate(letterMessages.replySubject, say, { reference, type: own[language] }),
          })}
        </p>
        {greeting !== '' && <p>{greeting}</p>}
        <p>
          {subject === ''
            ? translate(letterMessages.replyOpeningBare, say, { reference, date })
            : translate(letterMessages.replyOpening, say, { reference, date, subject })}
        </p>
        {sentAt !== null && (
          <p>
            {translate(letterMessages.replyCorrects, say, {
              date: formatDate(sentAt, { ...settings, language, hijri: false }),
            })}
          </p>
        )}
        <div className={css['text']} dir="auto">
          {text.trim() === '' ? <span className={css['empty']}>{t(messages.previewEmpty)}</span> : text}
        </div>
        <div className={css['box']}>
          <p className={css['strong']}>{translate(letterMessages.objectionTitle, say)}</p>
          <p>{translate(letterMessages.objectionUndated, say)}</p>
          <p>
            {letterhead?.phone === undefined || letterhead.phone === ''
              ? translate(letterMessages.objectionHowInPerson, say, { reference })
              : translate(letterMessages.objectionHow, say, { phone, reference })}
          </p>
        </div>
        <p>{translate(letterMessages.closing, say)}</p>
      </div>
      <p className={css['note']}>{t(messages.previewNote)}</p>
    </section>
  )
}
