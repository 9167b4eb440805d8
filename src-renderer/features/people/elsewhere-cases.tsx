import type { ElsewhereCase } from '#shared/contract/desktop/people.ts'
import { peopleLinkMessages as messages } from '#shared/i18n/people-links.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Isolated } from '#renderer/ui/isolated.tsx'
import { Text } from '#renderer/ui/text.tsx'
import css from './people.module.css'

const states = { open: messages.open, answered: messages.answered, closed: messages.closed } as const

/** Cases at other offices: number, kind, date, office and a plain state, and nothing else (L-16). */
export function ElsewhereCases({ cases, label }: { readonly cases: readonly ElsewhereCase[]; readonly label: string }) {
  const { t, say, shortDate } = useSpeech()
  return (
    <div>
      <Text quiet size="xs">
        {label}
      </Text>
      <ul className={css['list']} aria-label={label}>
        {cases.map(({ reference, typeLabel, receivedAt, office, state }) => (
          <li key={reference} className={css['item']}>
            <Isolated ltr>{reference}</Isolated> – <bdi>{say(typeLabel)}</bdi> – <bdi>{say(office)}</bdi> –{' '}
            <bdi>{shortDate(receivedAt)}</bdi> – {t(states[state])}
          </li>
        ))}
      </ul>
    </div>
  )
}
