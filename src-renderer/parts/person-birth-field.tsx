import { partsMessages as messages } from '#shared/i18n/parts.ts'
import { DateField } from '#renderer/ui/date-field.tsx'
import { CodeField } from '#renderer/ui/text-field.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Stack } from '#renderer/ui/layout.tsx'
import type { PersonDraft } from './person-draft.ts'
import { useSpeech } from './speech.tsx'

interface BirthDateFieldProps {
  readonly person: PersonDraft
  readonly onChange: (part: Partial<PersonDraft>) => void
}

/** A birth date in the calendar of the document; a Hijri date is kept as it is written, never converted. */
export function BirthDateField({ person, onChange }: BirthDateFieldProps) {
  const { t } = useSpeech()
  const hijri = person.birthCalendar === 'islamic-umalqura'
  const turn = () => onChange({ birthCalendar: hijri ? 'gregory' : 'islamic-umalqura', birthText: '' })
  return (
    <Stack gap="none">
      {hijri ? (
        <CodeField
          name="birth-date"
          mode="numeric"
          label={t(messages.birthDateHijri)}
          placeholder="1405-07-21"
          maxLength={10}
          value={person.birthText}
          onChange={(birthText) => onChange({ birthText })}
        />
      ) : (
        <DateField
          name="birth-date"
          label={t(messages.birthDate)}
          value={person.birthText === '' ? null : person.birthText}
          onChange={(day) => onChange({ birthText: day ?? '' })}
        />
      )}
      <span>
        <Button kind="quiet" size="xs" onClick={turn}>
          {t(hijri ? messages.birthDateGregorianTurn : messages.birthDateHijriTurn)}
        </Button>
      </span>
    </Stack>
  )
}
