import type { DragEvent, ReactNode } from 'react'
import { useState } from 'react'
import css from './file-drop.module.css'

export interface FileDropAreaProps {
  readonly onFiles: (files: readonly File[]) => void
  readonly children: ReactNode
}

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files')

/** Takes files wherever they are dropped on what it holds; dragged text goes where it always went. */
export function FileDropArea({ onFiles, children }: FileDropAreaProps) {
  const [over, setOver] = useState(false)
  const enter = (event: DragEvent) => {
    if (!holdsFiles(event)) return
    event.preventDefault()
    setOver(true)
  }
  const leave = ({ currentTarget, relatedTarget }: DragEvent) => {
    if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(false)
  }
  const drop = (event: DragEvent) => {
    setOver(false)
    if (!holdsFiles(event)) return
    event.preventDefault()
    onFiles([...event.dataTransfer.files])
  }
  return (
    <div
      className={css['area']}
      data-over={over || undefined}
      onDragOver={enter}
      onDragLeave={leave}
      // Also where the box within takes the drop itself.
      onDropCapture={() => setOver(false)}
      onDrop={drop}
    >
      {children}
    </div>
  )
}
