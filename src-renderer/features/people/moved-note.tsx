import { peopleMessages as messages } from '#shared/i18n/people.ts'
import { queuesMessages } from '#shared/i18n/queues.ts'
import { api } from '#renderer/client/core.ts'
import { useCoreQuery } from '#renderer/client/use-core.ts'
import { paths } from '#renderer/parts/paths.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Link } from '#renderer/ui/link.tsx'
import { Text } from '#renderer/ui/text.tsx'

/** Of a case that was moved away this unit does not keep whose it was: it is missing among his, and that is said (G-07). */
export function MovedNote() {
  const { t } = useSpeech()
  const moved = useCoreQuery(api.cases.movedAway.queryOptions({ input: { page: { offset: 0, limit: 1 } } }))
  if ((moved.data?.total ?? 0) === 0) return null
  return (
    <Text quiet size="xs">
      {t(messages.movedNotHere)} <Link href={paths.moved()}>{t(queuesMessages.movedAway)}</Link>
    </Text>
  )
}
