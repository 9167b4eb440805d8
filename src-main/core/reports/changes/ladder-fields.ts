import type { Ladder, Rung } from '#shared/domain/lists/ladder.ts'
import { changeWords as words } from '#shared/i18n/change-words.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'
import { unitKindLabels } from '#shared/i18n/unit-kind-labels.ts'
import { asAll, both, inWords } from './field.ts'
import type { ChangeNames, Field } from './field.ts'

/** The rungs of a late referral: when each is climbed, and whom it tells (E-03, G-06). */
export const ladderFields = ({ rungs }: Ladder, names: ChangeNames): readonly Field[] =>
  rungs.flatMap((rung) => [
    { key: `${rung.rung} when`, label: both(words.rungWhen, { rung: rung.rung }), value: inWords(whenOf(rung)) },
    {
      key: `${rung.rung} whom`,
      label: both(words.rungWhom, { rung: rung.rung }),
      value: asAll([unitKindLabels[rung.unit], ...rung.groups.map(names.group)]),
    },
  ])

function whenOf({ moment }: Rung): PlainMessage {
  if (moment.kind === 'share') return both(words.rungShare, { percent: moment.percent })
  return moment.workingDays === 0 ? words.rungAtDue : both(words.rungAfterDue, { count: moment.workingDays })
}
