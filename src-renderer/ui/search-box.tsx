import { TextInput } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import { useState } from 'react'
import { Icon } from './icon.tsx'

export interface SearchBoxProps {
  readonly id: string
  readonly label: string
  readonly placeholder: string
  /** Where the window is: what was typed belongs to it and goes with it. */
  readonly place: string
  /** What this place is about, shown as if it had been typed. */
  readonly given: string
  readonly onSearch: (text: string) => void
  /** At the end of the line while nothing is typed. */
  readonly after?: ReactNode
}

/** One line that searches on Enter. */
export function SearchBox({ id, label, placeholder, place, given, onSearch, after }: SearchBoxProps) {
  const [text, setText] = useState(given)
  const [focused, setFocused] = useState(false)
  const [seen, setSeen] = useState(place)
  if (seen !== place) {
    setSeen(place)
    setText(given)
  }
  const shownAfter = text === '' && !focused ? after : null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() !== '') onSearch(text.trim())
  }
  return (
    <form role="search" aria-label={label} onSubmit={submit}>
      <TextInput
        id={id}
        classNames={{ input: 'follows-text' }}
        aria-label={label}
        placeholder={placeholder}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
        leftSection={<Icon name="search" />}
        rightSectionWidth="auto"
        rightSection={shownAfter}
      />
    </form>
  )
}
