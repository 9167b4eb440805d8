import { definitionsVersion } from '#shared/domain/indicators/catalogue.ts'
import { isReconciled } from '#shared/domain/indicators/flow.ts'
import { translate } from '#shared/i18n/messages.ts'
import { reportTitles } from '#shared/i18n/report-titles.ts'
import { withPlaces } from '../edited-texts.ts'
import { inDigits } from '../report-digits.ts'
import type { Cover, ReportModel, Section } from '../report-model.ts'
import { definitionsAnnex, qualityAnnex } from './annexes.ts'
import { acceptanceSection } from './acceptance-section.ts'
import { backlogSection } from './backlog-section.ts'
import { channelsSection } from './channels.ts'
import { classificationSection, servicesAnnex } from './classification.ts'
import { complaintFlow } from './complaint-flow.ts'
import { coverLines, dataScope, scopeLines } from './data-scope.ts'
import { departmentsSection } from './departments.ts'
import { escalationSection } from './escalation-section.ts'
import { executiveSummary } from './executive-summary.ts'
import { firstContactSection } from './first-contact-section.ts'
import type { QuarterlyData } from './quarterly-data.ts'
import { resolutionSection } from './resolution-section.ts'
import { satisfactionSection } from './satisfaction-section.ts'
import { countedPeriod } from './wording.ts'

const chapters = [
  executiveSummary,
  dataScope,
  complaintFlow,
  channelsSection,
  classificationSection,
  acceptanceSection,
  resolutionSection,
  firstContactSection,
  departmentsSection,
  escalationSection,
  satisfactionSection,
  backlogSection,
] as const
const annexes = [servicesAnnex, qualityAnnex, definitionsAnnex] as const

/** In: data of a quarter. Out: the model of its report (spec 6.1, sections 1–5, 7–11, 13, 14; K-09). */
export function quarterlyReport(data: QuarterlyData): ReportModel {
  const { format } = data.input
  return inDigits(format.digits, {
    kind: 'quarterly',
    language: format.language,
    direction: format.language === 'ar' ? 'rtl' : 'ltr',
    asOf: data.input.asOf,
    zone: format.zone,
    definitions: definitionsVersion,
    reconciled: isReconciled(data.figures),
    cover: coverOf(data),
    words: {
      contents: translate(reportTitles.contents, format),
      page: translate(reportTitles.page, format),
      pageOf: translate(reportTitles.pageOf, format),
    },
    sections: withPlaces([
      ...chapters.map((chapter, place) => numbered(chapter(data), place + 1)),
      ...annexes.map((annex) => annex(data)),
    ]),
  })
}

const numbered = (section: Section, number: number): Section => ({ ...section, title: `${number}. ${section.title}` })

/** A name that stands by itself; Arabic knows no capitals. */
const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

function coverOf(data: QuarterlyData): Cover {
  const { input } = data
  const { format } = input
  const space = translate(reportTitles.signature, format)
  return {
    logo: input.logo,
    ministry: input.ministry[format.language],
    office: input.office.label[format.language],
    title: translate(reportTitles.quarterly, format),
    period: capitalised(countedPeriod(input)),
    edition:
      input.edition === null
        ? translate(reportTitles.draft, format)
        : translate(reportTitles.edition, format, { number: input.edition.number }),
    classification: translate(reportTitles[input.audience], format),
    warning: input.practice ? translate(reportTitles.practice, format) : null,
    scope: { title: translate(reportTitles.scopeBox, format), lines: scopeLines(data), brief: coverLines(data) },
    signatures: [reportTitles.prepared, reportTitles.reviewed, reportTitles.approved].map((role) => ({
      role: translate(role, format),
      space,
    })),
  }
}
