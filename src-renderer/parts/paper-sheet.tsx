import type { RefObject } from 'react'
import { useEffect, useRef, useState } from 'react'
import css from './paper-sheet.module.css'

/** Pixels of the paper on a screen. */
const widths = { a4: 794, a5: 560, thermal: 304 } as const

interface PaperSheetProps {
  readonly ref?: RefObject<HTMLIFrameElement | null>
  readonly html: string
  readonly title: string
  readonly paper: keyof typeof widths
}

/** The paper at the largest size there is room for; only its picture is made smaller, never what is printed. */
export function PaperSheet({ ref, html, title, paper }: PaperSheetProps) {
  const width = widths[paper]
  const box = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState<number>(width)
  const [height, setHeight] = useState<number>(width)
  useEffect(() => {
    if (box.current === null) return
    const watch = new ResizeObserver(([entry]) => setRoom(entry?.contentRect.width ?? width))
    watch.observe(box.current)
    return () => watch.disconnect()
  }, [width])
  const scale = Math.min(1, room / width)
  return (
    <div ref={box} className={css['desk']} style={{ blockSize: height * scale }}>
      {/* A letter forbids scripts by a policy of its own; the same origin is what lets the window print it. */}
      <iframe
        ref={ref}
        className={css['paper']}
        title={title}
        srcDoc={html}
        style={{ inlineSize: width, blockSize: height, scale: String(scale) }}
        onLoad={(event) => setHeight(event.currentTarget.contentDocument?.documentElement.scrollHeight ?? width)}
      />
    </div>
  )
}
