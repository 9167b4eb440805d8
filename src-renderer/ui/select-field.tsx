import { MultiSelect, Select } from '@mantine/core'
import type { FocusEvent } from 'react'
import { useMemo } from 'react'
import type { Option } from './options.ts'
import { comboboxData, foldingFilter } from './options.ts'
import type { FieldProps } from './use-field.ts'
import { useField } from './use-field.ts'
import { useWords } from './words.ts'

export interface SelectFieldProps extends FieldProps {
  readonly options: readonly Option[]
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  readonly placeholder?: string
  /** It always has a value, so there is nothing to ask for and nothing to clear. */
  readonly settled?: boolean
}

/** A list box must hold options, also when it only says that nothing fits. */
const emptyOption = { empty: { role: 'option', 'aria-disabled': true, 'aria-selected': false } }

/** The list box itself scrolls: keys reach it through its field, which a box scrolling inside it would hide from assistive tools. */
const scrolling = { options: { maxBlockSize: 280, overflowY: 'auto' } } as const
const longList = { withScrollArea: false, styles: scrolling } as const

/** One choice and room to type stand on one line of a narrow field. */
const narrowTyping = { ...scrolling, inputField: { minInlineSize: '2rem' } } as const

/** What is typed takes the place of the option in the field. */
const selectText = (event: FocusEvent<HTMLInputElement>): void => event.currentTarget.select()

/** One of a list; typing narrows it, the first fit is taken by Enter. */
export function SelectField({ options, value, onChange, placeholder, settled = false, ...field }: SelectFieldProps) {
  const words = useWords()
  const data = useMemo(() => comboboxData(options), [options])
  return (
    <Select
      {...useField(field)}
      data={data}
      value={value}
      onChange={onChange}
      onFocus={selectText}
      placeholder={placeholder}
      searchable
      selectFirstOptionOnChange
      allowDeselect={false}
      filter={foldingFilter}
      clearable={field.required !== true && !settled}
      clearButtonProps={{ 'aria-label': words.text.clear }}
      nothingFoundMessage={words.text.nothingFound}
      attributes={emptyOption}
      checkIconPosition="right"
      {...longList}
      // Where the form itself gives it the focus, its list would hide the form.
      openOnFocus={field.autoFocus !== true}
      comboboxProps={{ shadow: 'md' }}
    />
  )
}

export interface MultiSelectFieldProps extends FieldProps {
  readonly options: readonly Option[]
  readonly values: readonly string[]
  readonly onChange: (values: string[]) => void
  readonly placeholder?: string
}

/** Several of a list, shown as chips; Backspace takes the last one back. */
export function MultiSelectField({ options, values, onChange, placeholder, ...field }: MultiSelectFieldProps) {
  const words = useWords()
  const data = useMemo(() => comboboxData(options), [options])
  return (
    <MultiSelect
      {...useField(field)}
      data={data}
      value={[...values]}
      onChange={onChange}
      placeholder={values.length === 0 ? placeholder : undefined}
      searchable
      selectFirstOptionOnChange
      filter={foldingFilter}
      hidePickedOptions
      nothingFoundMessage={words.text.nothingFound}
      attributes={emptyOption}
      clearButtonProps={{ 'aria-label': words.text.clear }}
      {...longList}
      styles={narrowTyping}
      // Where the form itself gives it the focus, its list would hide the form.
      openOnFocus={field.autoFocus !== true}
      comboboxProps={{ shadow: 'md' }}
    />
  )
}
