import type { ReactNode } from 'react'
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { Button } from './button.tsx'
import { useKeys } from './use-keys.ts'
import { useWords } from './words.ts'
import css from './print-frame.module.css'

/** Papers of the window itself; letters bring a page rule of their own. */
export type PaperSize = 'A4' | 'A4-landscape' | 'A5'

export interface PrintFrameProps {
  readonly size: PaperSize
  readonly title: string
  readonly direction: 'rtl' | 'ltr'
  readonly printLabel?: string
  readonly actions?: ReactNode
  readonly onPrinted?: () => void
  readonly children: ReactNode
}

const pageRules: Readonly<Record<PaperSize, string>> = {
  A4: '@page { size: A4; margin: 18mm; }',
  'A4-landscape': '@page { size: A4 landscape; margin: 12mm; }',
  A5: '@page { size: A5; margin: 10mm; }',
}

/** Paper on the screen, and the same on paper: while printing, only this stands in the window. */
export function PrintFrame({ size, title, direction, printLabel, actions, onPrinted, children }: PrintFrameProps) {
  const words = useWords()
  const [printing, setPrinting] = useState(false)
  const label = printLabel ?? words.text.print
  useKeys([{ id: 'print', code: 'KeyP', mod: true, label, run: () => setPrinting(true) }])
  useEffect(() => {
    if (!printing) return
    printNow(title, size)
    setPrinting(false)
    onPrinted?.()
  }, [printing, title, size, onPrinted])
  return (
    <div className={css['frame']}>
      <div className={css['bar']}>
        <Button kind="primary" icon="print" onClick={() => setPrinting(true)}>
          {label}
        </Button>
        {actions}
      </div>
      <div className={css['desk']} tabIndex={0} role="region" aria-label={title}>
        <article className={css['paper']} data-size={size} data-paper dir={direction}>
          {children}
        </article>
      </div>
      {printing &&
        createPortal(
          <div dir={direction} data-paper>
            {children}
          </div>,
          printRoot(),
        )}
    </div>
  )
}

function printRoot(): HTMLElement {
  const known = document.getElementById('print-root')
  if (known !== null) return known
  const made = document.createElement('div')
  made.id = 'print-root'
  document.body.append(made)
  return made
}

/** `print` returns when the dialog is closed; the page rule must be gone by then for the next paper size. */
function printNow(title: string, size: PaperSize): void {
  const rule = document.createElement('style')
  rule.textContent = pageRules[size]
  document.head.append(rule)
  const before = document.title
  document.title = title
  document.body.classList.add('printing')
  window.print()
  document.body.classList.remove('printing')
  document.title = before
  rule.remove()
}
