import type { OptionsFilter } from '@mantine/core'
import { foldSpelling } from './fold-spelling.ts'

export interface Option {
  readonly value: string
  readonly label: string
  /** Heading under which the option stands. */
  readonly group?: string | undefined
  readonly disabled?: boolean | undefined
}

/** In: options in order. Out: Mantine's data, options of one heading together. */
export function comboboxData(options: readonly Option[]) {
  const items = options.map(({ value, label, disabled }) => ({ value, label, disabled: disabled ?? false }))
  if (options.every((option) => option.group === undefined)) return items
  const groups = [...new Set(options.map((option) => option.group ?? ''))]
  return groups.map((group) => ({ group, items: items.filter((_, index) => (options[index]?.group ?? '') === group) }))
}

/** Options whose label holds every typed word, spelling variants folded. */
export const foldingFilter: OptionsFilter = ({ options, search, limit }) => {
  const wanted = foldSpelling(search).split(/\s+/).filter(Boolean)
  const fits = (item: string | number | boolean | { readonly label?: string | number | boolean }) => {
    const label = foldSpelling(String(typeof item === 'object' ? item.label : item))
    return wanted.every((word) => label.includes(word))
  }
  return options
    .map((option) => ('group' in option ? { ...option, items: option.items.filter(fits) } : option))
    .filter((option) => ('group' in option ? option.items.length > 0 : fits(option)))
    .slice(0, limit)
}
