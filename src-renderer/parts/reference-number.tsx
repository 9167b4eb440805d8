import { Isolated } from '#renderer/ui/isolated.tsx'
import { Link } from '#renderer/ui/link.tsx'
import css from './reference-number.module.css'

export interface ReferenceNumberProps {
  readonly reference: string
  /** Where the case opens, when the number is a link. */
  readonly href?: string | undefined
  readonly size?: 'inherit' | 'big'
}

/** A reference number: always left to right, in figures of equal width, never broken over two lines. */
export function ReferenceNumber({ reference, href, size = 'inherit' }: ReferenceNumberProps) {
  const number = (
    <Isolated ltr>
      <span className={css['number']} data-size={size}>
        {reference}
      </span>
    </Isolated>
  )
  return href === undefined ? number : <Link href={href}>{number}</Link>
}
