import { formatPhone } from '#shared/domain/person/format-phone.ts'
import type { PersonDetails } from '#shared/domain/person/person-details.ts'
import { Icon } from '#renderer/ui/icon.tsx'
import { Isolated } from '#renderer/ui/isolated.tsx'
import { Link } from '#renderer/ui/link.tsx'
import css from './person-line.module.css'

export interface PersonLineProps {
  readonly person: { readonly displayName: string; readonly details: PersonDetails }
  /** Where the person opens, when the name is a link. */
  readonly href?: string | undefined
}

/** A person in one line: name, phone, document number. */
export function PersonLine({ person, href }: PersonLineProps) {
  const { details, displayName } = person
  const phone = details.mobile ?? details.phone
  const name = <Isolated>{displayName}</Isolated>
  return (
    <span className={css['line']}>
      <span className={css['name']}>
        <Icon name={details.kind === 'institution' ? 'building' : 'user'} size={16} />
        {href === undefined ? name : <Link href={href}>{name}</Link>}
      </span>
      {phone !== undefined && (
        <span className={css['detail']}>
          <Isolated ltr>{formatPhone(phone)}</Isolated>
        </span>
      )}
      {details.document !== undefined && (
        <span className={css['detail']}>
          <Isolated ltr>{details.document.number}</Isolated>
        </span>
      )}
    </span>
  )
}
