import { useMemo } from 'react'
import { normalDayMinutes } from '#shared/domain/clock/calendar.ts'
import { compileCalendar } from '#shared/domain/clock/compiled-calendar.ts'
import { workingMinutesBetween } from '#shared/domain/clock/working-time.ts'
import { wholeUnits } from '#shared/i18n/durations.ts'
import { intakeMessages as messages } from '#shared/i18n/intake.ts'
import { partsMessages } from '#shared/i18n/parts.ts'
import { api } from '#renderer/client/core.ts'
import { useCoreQuery } from '#renderer/client/use-core.ts'
import { instantOfMoment, localMomentOf } from '#renderer/parts/local-moment.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { useNow } from '#renderer/parts/use-now.ts'
import { DateField } from '#renderer/ui/date-field.tsx'
import { DateTimeField } from '#renderer/ui/date-time-field.tsx'
import { Disclosure } from '#renderer/ui/disclosure.tsx'
import { Columns, Stack } from '#renderer/ui/layout.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { NumberField } from '#renderer/ui/number-field.tsx'
import { Panel } from '#renderer/ui/page.tsx'
import { RadioField } from '#renderer/ui/radio-field.tsx'
import { TextAreaField } from '#renderer/ui/text-area-field.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { ConfidentialityField } from './confidentiality-field.tsx'
import { isPaperChannel } from './intake-form.ts'
import { useIntake } from './intake-store.ts'

/** How and when it came in (T-09, C-06, C-07), and who may read it. */
export function ReceiptSection() {
  const { t } = useSpeech()
  const form = useIntake((state) => state.form)
  const change = useIntake((state) => state.change)
  const paper = isPaperChannel(form.channel) || form.form === 'written'
  return (
    <Panel title={t(messages.sectionReceipt)}>
      <Stack gap="sm">
        <Columns count={2} gap="sm">
          <ReceivedField />
          <RadioField
            inline
            name="form"
            label={t(messages.form)}
            options={[
              { value: 'oral', label: t(messages.oral) },
              { value: 'written', label: t(messages.written) },
            ]}
            value={form.form}
            onChange={(next) => change({ form: next === 'oral' ? 'oral' : 'written' })}
          />
        </Columns>
        {paper && <LetterFields />}
        <Disclosure
          label={t(messages.moreDetails)}
          opened={form.confidentiality !== 'normal' || form.remedySought !== ''}
        >
          <MoreFields />
        </Disclosure>
      </Stack>
    </Panel>
  )
}

function ReceivedField() {
  const { t, settings } = useSpeech()
  const received = useIntake((state) => state.form.received)
  const change = useIntake((state) => state.change)
  const now = useNow()
  const choose = (when: string) =>
    change({ received: when === 'now' ? null : localMomentOf(now, settings.zone), stampedByMachine: false })
  return (
    <Stack gap="xs">
      <RadioField
        inline
        name="received-when"
        label={t(messages.receivedWhen)}
        options={[
          { value: 'now', label: t(messages.receivedNow) },
          { value: 'earlier', label: t(messages.receivedEarlier) },
        ]}
        value={received === null ? 'now' : 'earlier'}
        onChange={choose}
      />
      {received !== null && (
        <>
          <DateTimeField
            required
            name="received"
            label={t(messages.receivedAt)}
            value={received}
            max={localMomentOf(now, settings.zone).day ?? ''}
            onChange={(moment) => change({ received: moment, stampedByMachine: false })}
          />
          <Lag />
        </>
      )}
    </Stack>
  )
}

/** C-07: the clock starts at receipt; how far registration lags behind is said while it can still be corrected. */
function Lag() {
  const { t, settings, workingTime } = useSpeech()
  const received = useIntake((state) => state.form.received)
  const now = useNow()
  const instant = received === null ? null : instantOfMoment(received, settings.zone)
  const { data } = useCoreQuery(api.admin.calendar.queryOptions({ input: {} }))
  const compiled = useMemo(() => (data === undefined ? null : compileCalendar(data.calendar)), [data])
  // As the report counts it: working time, so that a night or a holiday is no lag (W1).
  const minutes = instant === null || compiled === null ? 0 : workingMinutesBetween(compiled, instant, now)
  if (data === undefined || minutes < 10) return null
  const day = Math.max(1, normalDayMinutes(data.calendar))
  return <Notice>{t(messages.lag, { lag: workingTime(wholeUnits(minutes, day), day) })}</Notice>
}

function LetterFields() {
  const { t } = useSpeech()
  const form = useIntake((state) => state.form)
  const change = useIntake((state) => state.change)
  return (
    <Columns count={3} gap="sm">
      <NumberField
        name="pages"
        label={t(messages.pages)}
        min={1}
        max={5000}
        value={form.pages}
        onChange={(pages) => change({ pages })}
      />
      <TextField
        name="letter-number"
        label={t(messages.letterNumber)}
        maxLength={100}
        value={form.letterNumber}
        onChange={(letterNumber) => change({ letterNumber })}
      />
      <DateField
        name="letter-date"
        label={t(messages.letterDate)}
        value={form.letterDate}
        onChange={(letterDate) => change({ letterDate })}
      />
    </Columns>
  )
}

function MoreFields() {
  const { t } = useSpeech()
  const form = useIntake((state) => state.form)
  const change = useIntake((state) => state.change)
  return (
    <Stack gap="sm">
      <Columns count={2} gap="sm">
        <ConfidentialityField />
        <RadioField
          inline
          name="text-language"
          label={t(messages.textLanguage)}
          options={[
            { value: 'auto', label: t(messages.languageAuto) },
            { value: 'ar', label: t(partsMessages.arabic) },
            { value: 'en', label: t(partsMessages.english) },
          ]}
          value={form.textLanguage ?? 'auto'}
          onChange={(next) => change({ textLanguage: next === 'ar' || next === 'en' ? next : null })}
        />
      </Columns>
      <TextAreaField
        name="remedy-sought"
        label={t(messages.remedySought)}
        rows={2}
        maxLength={2000}
        value={form.remedySought}
        onChange={(remedySought) => change({ remedySought })}
      />
    </Stack>
  )
}
