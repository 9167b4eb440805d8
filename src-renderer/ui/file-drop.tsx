import type { DragEvent } from 'react'
import { useId, useRef, useState } from 'react'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import { useWords } from './words.ts'
import css from './file-drop.module.css'

export interface FileDropProps {
  readonly label: string
  readonly hint?: string
  /** As the `accept` of an input: `.eml,.tif,application/pdf,image/*`. */
  readonly accept?: string
  readonly multiple?: boolean
  readonly compact?: boolean
  readonly onFiles: (files: readonly File[]) => void
}

/** Files by drag and drop or by the button. */
export function FileDrop({ label, hint, accept, multiple = true, compact = false, onFiles }: FileDropProps) {
  const words = useWords()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const give = (list: FileList | null) => {
    const files = [...(list ?? [])]
    if (files.length > 0) onFiles(multiple ? files : files.slice(0, 1))
    if (input.current !== null) input.current.value = ''
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    // A form around it takes drops of its own: a file is not given twice.
    event.stopPropagation()
    setOver(false)
    give(event.dataTransfer.files)
  }
  return (
    <div
      className={css['drop']}
      role="group"
      aria-labelledby={id}
      data-over={over || undefined}
      data-compact={compact || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Icon name="upload" size={compact ? 18 : 24} />
      <div className={css['words']}>
        <span id={id} className={css['label']}>
          {label}
        </span>
        <span className={css['hint']}>{hint ?? words.text.dropFiles}</span>
      </div>
      <Button size={compact ? 'xs' : 'sm'} onClick={() => input.current?.click()}>
        {words.text.chooseFiles}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept={accept}
        multiple={multiple}
        onChange={(event) => give(event.currentTarget.files)}
      />
    </div>
  )
}
