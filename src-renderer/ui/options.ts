import type { ComboboxItem, OptionsFilter } from '@mantine/core'

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
export function foldingFilter(fold: (text: string) => string): OptionsFilter {
  return ({ options, search, limit }) => {
    const wanted = fold(search).split(/\s+/).filter(Boolean)
    const fits = (item: ComboboxItem) => wanted.every((word) => fold(item.label).includes(word))
    return options
      .map((option) => ('group' in option ? { ...option, items: option.items.filter((item) => fits(item as ComboboxItem)) } : option))
      .filter((option) => ('group' in option ? option.items.length > 0 : fits(option as ComboboxItem)))
      .slice(0, limit)
  }
}
