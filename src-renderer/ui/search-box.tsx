import { TextInput } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import { useState } from 'react'
import { Icon } from './icon.tsx'

export interface SearchBoxProps {
  readonly id: string
  readonly label: string
  readonly placeholder: string
  readonly onSearch: (text: string) => void
  readonly after?: ReactNode
}

/** One line that searches on Enter. */
export function SearchBox({ id, label, placeholder, onSearch, after }: SearchBoxProps) {
  const [text, setText] = useState('')
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
        leftSection={<Icon name="search" />}
        rightSectionWidth="auto"
        rightSection={after}
      />
    </form>
  )
}
