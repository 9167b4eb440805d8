import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { DateField } from './date-field.tsx'
import { parseTime } from './typed-day.ts'
import { ltrInput } from './ltr-input.ts'
import type { FieldProps } from './use-field.ts'
import { useField } from './use-field.ts'
import { useWords } from './words.ts'
import css from './date-time-field.module.css'

export interface LocalMoment {
  /** `YYYY-MM-DD`. */
  readonly day: string | null
  /** `HH:mm`. */
  readonly time: string | null
}

export interface DateTimeFieldProps extends FieldProps {
  /** As a clock on the wall of the office shows it; the caller joins it with the zone. */
  readonly value: LocalMoment
  readonly onChange: (value: LocalMoment) => void
  readonly min?: string
  readonly max?: string
}

export function DateTimeField({ value, onChange, min, max, ...field }: DateTimeFieldProps) {
  return (
    <div className={css['pair']}>
      <DateField
        {...field}
        value={value.day}
        onChange={(day) => onChange({ ...value, day })}
        {...(min === undefined ? {} : { min })}
        {...(max === undefined ? {} : { max })}
      />
      <TimeField
        name={`${field.name}-time`}
        disabled={field.disabled ?? false}
        value={value.time}
        onChange={(time) => onChange({ ...value, time })}
      />
    </div>
  )
}

interface TimeFieldProps {
  readonly name: string
  readonly label?: string
  readonly disabled?: boolean
  readonly value: string | null
  readonly onChange: (value: string | null) => void
}

/** A time of day, typed as 9, 930 or 9:30. */
export function TimeField({ name, label, disabled = false, value, onChange }: TimeFieldProps) {
  const words = useWords()
  const [typed, setTyped] = useState<string | null>(null)
  const [left, setLeft] = useState(false)
  const shared = useField({ name, label: label ?? words.text.time, disabled })
  const text = typed ?? value ?? ''
  const wrong = left && text !== '' && parseTime(text) === null
  const leave = () => {
    setLeft(true)
    if (parseTime(text) !== null) setTyped(null)
  }
  return (
    <TextInput
      {...shared}
      attributes={ltrInput}
      classNames={{ input: 'ltr-input' }}
      inputMode="numeric"
      autoComplete="off"
      placeholder={words.text.timeFormat}
      error={wrong ? words.text.timeInvalid : shared.error}
      value={text}
      onFocus={() => setLeft(false)}
      onBlur={leave}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        onChange(parseTime(event.currentTarget.value))
      }}
    />
  )
}
