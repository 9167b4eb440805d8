import type { OtherRecord } from '#shared/contract/desktop/people.ts'
import { peopleLinkMessages as messages } from '#shared/i18n/people-links.ts'
import { paths } from '#renderer/parts/paths.ts'
import { PersonLine } from '#renderer/parts/person-line.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Text } from '#renderer/ui/text.tsx'

/** So many characters tell the records of one human apart. */
const shownOfId = 6

/** Whose record it is: by name where this office holds it, else by its number, for nothing else of it is here. */
export function RecordName({ id, person }: Pick<OtherRecord, 'id' | 'person'>) {
  const { t } = useSpeech()
  if (person !== null) return <PersonLine person={person} href={paths.person(person.id)} />
  return <Text>{t(messages.otherOffice, { number: id.slice(-shownOfId) })}</Text>
}
