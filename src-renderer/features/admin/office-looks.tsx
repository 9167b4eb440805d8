import { adminCalendarMessages } from '#shared/i18n/admin-calendar.ts'
import { adminOfficeMessages } from '#shared/i18n/admin-office.ts'
import { adminUnitMessages } from '#shared/i18n/admin-units.ts'
import { adminMessages } from '#shared/i18n/admin.ts'
import { partsMessages } from '#shared/i18n/parts.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { CheckboxField } from '#renderer/ui/checkbox-field.tsx'
import { Isolated } from '#renderer/ui/isolated.tsx'
import { Columns, Stack } from '#renderer/ui/layout.tsx'
import { NumberField } from '#renderer/ui/number-field.tsx'
import { Facts, Panel } from '#renderer/ui/page.tsx'
import { RadioField } from '#renderer/ui/radio-field.tsx'
import { CodeField, TextField } from '#renderer/ui/text-field.tsx'
import { LogoField } from './logo-field.tsx'
import { NameFields } from './name-fields.tsx'
import type { OfficeForm } from './office-form.ts'

interface OfficeLooksProps {
  readonly form: OfficeForm
  readonly change: (part: Partial<OfficeForm>) => void
}

const countryNames = {
  SA: partsMessages.countrySA,
  JO: partsMessages.countryJO,
  EG: partsMessages.countryEG,
  PS: partsMessages.countryPS,
} as const

/** Names of the office and what its papers and screens look like. */
export function OfficeLooks({ form, change }: OfficeLooksProps) {
  const { t } = useSpeech()
  return (
    <>
      <Panel title={t(adminOfficeMessages.officeNames)}>
        <Stack>
          <NameFields value={form.name} onChange={(name) => change({ name })} />
          <Facts
            columns={3}
            items={[
              { label: t(adminOfficeMessages.officeCode), value: <Isolated ltr>{form.code}</Isolated> },
              { label: t(adminOfficeMessages.country), value: t(countryNames[form.country]) },
              { label: t(adminCalendarMessages.zone), value: <Isolated ltr>{form.zone}</Isolated> },
            ]}
          />
        </Stack>
      </Panel>
      <Letterhead form={form} change={change} />
      <Panel title={t(adminOfficeMessages.looks)}>
        <Columns count={3}>
          <RadioField
            inline
            name="digits"
            label={t(adminOfficeMessages.digits)}
            options={[
              { value: 'latin', label: t(adminOfficeMessages.digitsLatin) },
              { value: 'arabic', label: t(adminOfficeMessages.digitsArabic) },
            ]}
            value={form.digits}
            onChange={(value) => change({ digits: value === 'arabic' ? 'arabic' : 'latin' })}
          />
          <CheckboxField
            name="hijri"
            label={t(adminOfficeMessages.hijri)}
            checked={form.hijri}
            onChange={(hijri) => change({ hijri })}
          />
          <NumberField
            required
            name="idle-lock"
            label={t(adminOfficeMessages.idleLock)}
            unit={t(adminOfficeMessages.minutes)}
            min={1}
            max={240}
            value={form.idleLockMinutes}
            onChange={(idleLockMinutes) => change({ idleLockMinutes })}
          />
        </Columns>
      </Panel>
    </>
  )
}

function Letterhead({ form, change }: OfficeLooksProps) {
  const { t } = useSpeech()
  const { letterhead } = form
  const set = (part: Partial<OfficeForm['letterhead']>) => change({ letterhead: { ...letterhead, ...part } })
  const ministry = (part: Partial<OfficeForm['name']>) => set({ ministry: { ...letterhead.ministry, ...part } })
  return (
    <Panel title={t(adminOfficeMessages.letterhead)}>
      <Stack>
        <Columns count={2}>
          <TextField
            required
            name="ministry-ar"
            label={t(adminOfficeMessages.ministryAr)}
            value={letterhead.ministry.ar}
            maxLength={200}
            onChange={(ar) => ministry({ ar })}
          />
          <TextField
            name="ministry-en"
            label={t(adminOfficeMessages.ministryEn)}
            hint={t(adminMessages.nameEnHint)}
            value={letterhead.ministry.en}
            maxLength={200}
            onChange={(en) => ministry({ en })}
          />
        </Columns>
        <Columns count={2}>
          <TextField
            name="address"
            label={t(adminOfficeMessages.address)}
            value={letterhead.address}
            maxLength={500}
            onChange={(address) => set({ address })}
          />
          <TextField
            name="address-en"
            label={t(adminOfficeMessages.addressEn)}
            value={letterhead.addressEn ?? ''}
            maxLength={500}
            onChange={(addressEn) => set({ addressEn })}
          />
          <CodeField
            mode="tel"
            name="letterhead-phone"
            label={t(adminUnitMessages.phone)}
            value={letterhead.phone}
            maxLength={100}
            onChange={(phone) => set({ phone })}
          />
          <CodeField
            mode="email"
            name="letterhead-email"
            label={t(adminUnitMessages.email)}
            value={letterhead.email}
            maxLength={200}
            onChange={(email) => set({ email })}
          />
        </Columns>
        <LogoField logo={letterhead.logo ?? null} onChange={(logo) => set({ logo })} />
      </Stack>
    </Panel>
  )
}
