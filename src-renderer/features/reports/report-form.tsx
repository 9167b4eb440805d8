import { useState } from 'react'
import { reportAudiences } from '#shared/domain/indicators/edition.ts'
import { reportsMessages as words } from '#shared/i18n/reports.ts'
import { api } from '#renderer/client/core.ts'
import { useCoreQuery } from '#renderer/client/use-core.ts'
import { useNow } from '#renderer/parts/use-now.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { DateTimeField } from '#renderer/ui/date-time-field.tsx'
import { Form } from '#renderer/ui/form.tsx'
import { Columns, Row } from '#renderer/ui/layout.tsx'
import { Panel } from '#renderer/ui/page.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { audienceWords } from './audience-words.ts'
import type { Lack, ReportChoice } from './report-choice.ts'
import { languageOf, lacksOf } from './report-choice.ts'

interface ReportFormProps {
  readonly choice: ReportChoice
  readonly onChange: (choice: ReportChoice) => void
  readonly onPreview: () => void
  readonly busy: boolean
}

const audienceHints = { official: words.forOfficialHint, circulation: words.forCirculationHint } as const

/** Which report: year, quarter, language, for whom, and the moment its data stood at. */
export function ReportForm({ choice, onChange, onPreview, busy }: ReportFormProps) {
  const { t, say, settings } = useSpeech()
  const offices = useCoreQuery(api.reports.offices.queryOptions({ input: {} })).data ?? []
  const [lacks, setLacks] = useState<readonly Lack[]>([])
  const years = useYears()
  const quarters = useQuarters(choice.year)
  const change = (part: Partial<ReportChoice>) => onChange({ ...choice, ...part })
  const submit = () => {
    const found = lacksOf(choice)
    setLacks(found)
    if (found.length === 0) onPreview()
  }
  return (
    <Panel title={t(words.choose)}>
      <Form
        key={settings.language}
        label={t(words.choose)}
        errors={lacks.map((lack) => ({ field: lack.field, message: t(lack.words) }))}
        onSubmit={submit}
      >
        <Columns count={3}>
          <SelectField
            required
            name="year"
            label={t(words.year)}
            options={years}
            value={choice.year === null ? null : String(choice.year)}
            onChange={(year) => change({ year: year === null ? null : Number(year) })}
          />
          <SelectField
            required
            name="quarter"
            label={t(words.quarter)}
            options={quarters}
            value={choice.quarter === null ? null : String(choice.quarter)}
            onChange={(quarter) => change({ quarter: quarter === null ? null : Number(quarter) })}
          />
          <SelectField
            required
            name="language"
            label={t(words.language)}
            options={[
              { value: 'ar', label: t(words.arabic) },
              { value: 'en', label: t(words.english) },
            ]}
            value={languageOf(choice, settings)}
            onChange={(language) => change({ language: language === 'en' ? 'en' : 'ar' })}
          />
          <SelectField
            settled
            name="audience"
            label={t(words.audience)}
            hint={t(audienceHints[choice.audience])}
            options={reportAudiences.map((value) => ({ value, label: t(audienceWords[value]) }))}
            value={choice.audience}
            onChange={(value) => change({ audience: value === 'circulation' ? value : 'official' })}
          />
          {offices.length > 1 && (
            <SelectField
              name="office"
              label={t(words.office)}
              placeholder={t(words.allOffices)}
              hint={t(choice.office === null ? words.allOfficesHint : words.oneOfficeHint)}
              options={offices.map(({ id, name }) => ({ value: id, label: say(name) }))}
              value={choice.office}
              onChange={(office) => change({ office })}
            />
          )}
          <DateTimeField
            name="as-of"
            label={t(words.asOf)}
            hint={t(words.asOfHint)}
            value={choice.asOf}
            onChange={(asOf) => change({ asOf })}
          />
        </Columns>
        <Row justify="end">
          <Button type="submit" kind="primary" icon="eye" busy={busy}>
            {t(words.preview)}
          </Button>
        </Row>
      </Form>
    </Panel>
  )
}

/** This year and the nine before it. */
function useYears() {
  const { settings } = useSpeech()
  const now = useNow()
  const latest = Number(now.slice(0, 4)) + (now.slice(5, 10) === '12-31' ? 1 : 0)
  return Array.from({ length: 10 }, (_, back) => {
    const year = String(latest - back)
    return {
      value: year,
      label: settings.digits === 'arabic' ? year.replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)] ?? digit) : year,
    }
  })
}

const quarterNames = [words.first, words.second, words.third, words.fourth] as const

function useQuarters(year: number | null) {
  const { t, month } = useSpeech()
  const nameOf = (index: number) => month(year ?? 2026, index).replace(/[\s\d٠-٩]+$/, '')
  return quarterNames.map((name, place) => ({
    value: String(place + 1),
    label: t(words.quarterOf, { quarter: t(name), from: nameOf(place * 3 + 1), to: nameOf(place * 3 + 3) }),
  }))
}
