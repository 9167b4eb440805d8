import { intakeMessages as messages } from '#shared/i18n/intake.ts'
import { useListOptions } from '#renderer/parts/lists.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { RadioField } from '#renderer/ui/radio-field.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { useIntake } from './intake-store.ts'
import css from './intake.module.css'

const deskChannels = ['phone', 'walk_in', 'fax', 'email'] as const

/** The four channels of the desk in sight, the others in a list. */
export function ChannelSection() {
  const { t } = useSpeech()
  const channel = useIntake((state) => state.form.channel)
  const chooseChannel = useIntake((state) => state.chooseChannel)
  const all = useListOptions('channels')
  const shown = deskChannels.flatMap((code) => all.filter(({ value }) => value === code))
  const others = all.filter(({ value }) => !deskChannels.some((code) => code === value))
  const isOther = channel === 'other' || others.some(({ value }) => value === channel)
  return (
    <div className={css['channels']}>
      <RadioField
        inline
        boxed
        required
        name="channel"
        label={t(messages.channel)}
        options={[...shown, { value: 'other', label: t(messages.otherChannel) }]}
        value={isOther ? 'other' : channel}
        onChange={(next) => chooseChannel(next === 'other' ? (others[0]?.value ?? channel) : next)}
      />
      {isOther && (
        <SelectField
          required
          name="other-channel"
          label={t(messages.whichChannel)}
          options={others}
          value={channel}
          onChange={(next) => next !== null && chooseChannel(next)}
        />
      )}
    </div>
  )
}
