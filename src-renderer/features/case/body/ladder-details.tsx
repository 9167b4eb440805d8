import type { RungView } from '#shared/contract/desktop/views.ts'
import { shippedGroupNames } from '#shared/domain/access/group-names.ts'
import { insideMessages as words } from '#shared/i18n/case-inside.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Badge } from '#renderer/ui/badge.tsx'
import { Row, Stack } from '#renderer/ui/layout.tsx'
import { Text } from '#renderer/ui/text.tsx'
import css from './referrals-panel.module.css'

interface LadderDetailsProps {
  readonly ladder: readonly RungView[]
  /** Reminders that reached nobody. */
  readonly unheard: number
}

/** Which levels a late referral rises by, when, and who is told (E-01 to E-04). */
export function LadderDetails({ ladder, unheard }: LadderDetailsProps) {
  const { t, label, shortDateTime } = useSpeech()
  if (ladder.length === 0) return null
  const next = ladder.find(({ climbed }) => !climbed)
  return (
    <Stack gap="none">
      {unheard > 0 && (
        <Badge tone="bad" icon="bell">
          {t(words.unheard, { count: unheard })}
        </Badge>
      )}
      <details className={css['details']}>
        <summary>
          {next === undefined
            ? t(words.ladderDone)
            : t(words.ladderNext, { rung: next.rung, at: shortDateTime(next.at) })}
        </summary>
        {ladder.map(({ rung, at, groups, climbed }) => (
          <Row key={rung} gap="xs">
            <Text inline quiet={climbed} size="xs">
              {t(words.rungLine, {
                rung,
                at: shortDateTime(at),
                who: groups.map((group) => label(shippedGroupNames, group)).join(t(words.comma)),
              })}
            </Text>
            {climbed && (
              <Badge icon="check" tone="neutral">
                {t(words.climbed)}
              </Badge>
            )}
          </Row>
        ))}
      </details>
    </Stack>
  )
}
