import { ActionIcon, Popover, TextInput } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import { useState } from 'react'
import { Icon } from './icon.tsx'
import { readDay, typedDay } from './typed-day.ts'
import { ltrInput } from './ltr-input.ts'
import type { FieldProps } from './use-field.ts'
import { useField } from './use-field.ts'
import { useTyped } from './use-typed.ts'
import { useWords } from './words.ts'

export interface DateFieldProps extends FieldProps {
  /** `YYYY-MM-DD`. */
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  readonly min?: string
  readonly max?: string
}

/** The form around this field does not close at Escape. */
const escapeStays = { 'data-mantine-stop-propagation': 'true' } as const

/** A day: typed in either kind of digits, or picked; below it stands in words what was understood. */
export function DateField({ value, onChange, min, max, ...field }: DateFieldProps) {
  const words = useWords()
  const shared = useField(field)
  const { text, wrong, mark, change, leave } = useTyped({
    value,
    onChange,
    read: (typed) => readDay(typed, { min, max }),
    show: typedDay,
  })
  return (
    <TextInput
      {...shared}
      {...mark}
      attributes={ltrInput}
      classNames={{ input: 'ltr-input' }}
      inputMode="numeric"
      autoComplete="off"
      placeholder={words.text.dayFormat}
      description={value === null ? shared.description : words.day(value)}
      error={wrong === null ? shared.error : words.text[wrong]}
      value={text}
      onChange={(event) => change(event.currentTarget.value)}
      onBlur={leave}
      // What was begun is cleared first; an empty field lets the key close the form around it.
      {...(text === '' ? {} : escapeStays)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && text !== '') change('')
      }}
      rightSection={
        <CalendarButton
          value={value}
          onPick={(day) => change(typedDay(day))}
          min={min}
          max={max}
          disabled={shared.disabled}
        />
      }
    />
  )
}

interface CalendarButtonProps {
  readonly value: string | null
  readonly onPick: (day: string) => void
  readonly min: string | undefined
  readonly max: string | undefined
  readonly disabled: boolean
}

function CalendarButton({ value, onPick, min, max, disabled }: CalendarButtonProps) {
  const words = useWords()
  const [opened, setOpened] = useState(false)
  const pick = (day: string | null) => {
    if (day !== null) onPick(day)
    setOpened(false)
  }
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus returnFocus position="bottom-end" withinPortal>
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          c="var(--text-quiet)"
          disabled={disabled}
          aria-label={words.text.openCalendar}
          onClick={() => setOpened(!opened)}
          {...(opened ? escapeStays : {})}
        >
          <Icon name="calendar" />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <DatePicker
          __stopPropagation
          value={value}
          onChange={pick}
          {...(value === null ? {} : { defaultDate: value })}
          {...(min === undefined ? {} : { minDate: min })}
          {...(max === undefined ? {} : { maxDate: max })}
          firstDayOfWeek={0}
          weekendDays={[5, 6]}
          maxLevel="decade"
          weekdayFormat={(day) => words.weekday(new Date(`${String(day)}`).getDay())}
          monthLabelFormat={(day) => monthTitle(String(day), words.month)}
          monthsListFormat="MM"
          renderDay={(day) => words.number(Number(String(day).slice(8, 10)))}
          getDayProps={(day) => ({ 'aria-label': words.day(day) })}
          ariaLabels={{ nextMonth: words.text.nextMonth, previousMonth: words.text.previousMonth }}
        />
      </Popover.Dropdown>
    </Popover>
  )
}

const monthTitle = (day: string, month: (year: number, month: number) => string): string =>
  month(Number(day.slice(0, 4)), Number(day.slice(5, 7)))
