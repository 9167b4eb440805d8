import { adminOfficeMessages as words } from '#shared/i18n/admin-office.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { CheckboxField } from '#renderer/ui/checkbox-field.tsx'
import { Columns, Stack } from '#renderer/ui/layout.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { NumberField } from '#renderer/ui/number-field.tsx'
import { Panel } from '#renderer/ui/page.tsx'
import { RadioField } from '#renderer/ui/radio-field.tsx'
import type { OfficeForm } from './office-form.ts'

interface OfficeRulesProps {
  readonly form: OfficeForm
  readonly change: (part: Partial<OfficeForm>) => void
}

/** How the office works: separation of duties, closing, cycles, contact attempts (D6, D7, R-07, Z-03, W6). */
export function OfficeRules({ form, change }: OfficeRulesProps) {
  const { t } = useSpeech()
  return (
    <Panel title={t(words.rules)}>
      <Stack>
        <Notice>{t(words.rulesNote)}</Notice>
        <CheckboxField
          name="refer-before"
          label={t(words.referBeforeVerification)}
          checked={form.referBeforeVerification}
          onChange={(referBeforeVerification) => change({ referBeforeVerification })}
        />
        <CheckboxField
          name="four-eyes-fcr"
          label={t(words.fourEyesForFcr)}
          checked={form.fourEyesForFcr}
          onChange={(fourEyesForFcr) => change({ fourEyesForFcr })}
        />
        <RadioField
          name="closing"
          label={t(words.closingAuthority)}
          options={[
            { value: 'team', label: t(words.closingTeam) },
            { value: 'liaison', label: t(words.closingLiaison) },
          ]}
          value={form.closingAuthority}
          onChange={(value) => change({ closingAuthority: value === 'liaison' ? 'liaison' : 'team' })}
        />
        <Columns count={2}>
          <NumberField
            required
            name="max-cycles"
            label={t(words.maxCycles)}
            hint={t(words.maxCyclesHint)}
            min={1}
            max={10}
            value={form.maxCycles}
            onChange={(maxCycles) => change({ maxCycles })}
          />
          <NumberField
            required
            name="extensions"
            label={t(words.extensionsPerCycle)}
            max={5}
            value={form.extensionsPerCycle}
            onChange={(extensionsPerCycle) => change({ extensionsPerCycle })}
          />
        </Columns>
        <AttemptFields form={form} change={change} />
      </Stack>
    </Panel>
  )
}

function AttemptFields({ form, change }: OfficeRulesProps) {
  const { t } = useSpeech()
  const { attempts } = form
  const set = (part: Partial<OfficeForm['attempts']>) => change({ attempts: { ...attempts, ...part } })
  return (
    <div role="group" aria-label={t(words.attempts)}>
      <h3>{t(words.attempts)}</h3>
      <Columns count={4}>
        <NumberField
          required
          name="attempts-count"
          label={t(words.attemptsCount)}
          min={1}
          max={10}
          value={attempts.count}
          onChange={(count) => set({ count })}
        />
        <NumberField
          required
          name="attempts-days"
          label={t(words.attemptsDays)}
          min={1}
          max={10}
          value={attempts.days}
          onChange={(days) => set({ days })}
        />
        <NumberField
          required
          name="attempts-bands"
          label={t(words.attemptsBands)}
          min={1}
          max={2}
          value={attempts.bands}
          onChange={(bands) => set({ bands })}
        />
        <NumberField
          required
          name="attempts-channels"
          label={t(words.attemptsChannels)}
          min={1}
          max={3}
          value={attempts.channels}
          onChange={(channels) => set({ channels })}
        />
      </Columns>
    </div>
  )
}
