import type { ReportOnScreen } from '#shared/contract/desktop/report-model.ts'
import type { FigureView, ReportRequest } from '#shared/contract/desktop/reports.ts'
import { reportsMessages as words } from '#shared/i18n/reports.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { pictureUrl } from '#renderer/parts/picture-url.ts'
import { Badge } from '#renderer/ui/badge.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { ReportContext } from './open-figure.tsx'
import { ReportBlockView } from './report-blocks.tsx'
import css from './reports.module.css'

interface ReportPreviewProps {
  readonly request: ReportRequest
  readonly model: ReportOnScreen
  readonly figures: readonly FigureView[]
  readonly reconciled: boolean
}

/** The report on screen, section by section, in its own language and direction. */
export function ReportPreview({ request, model, figures, reconciled }: ReportPreviewProps) {
  const { t } = useSpeech()
  return (
    <ReportContext value={{ request, direction: model.direction }}>
      <Reconciliation reconciled={reconciled} />
      <Provisional figures={figures} />
      <div className={css['preview']}>
        <Contents model={model} />
        <article className={css['report']} lang={model.language} dir={model.direction} aria-label={t(words.report)}>
          <Cover model={model} />
          {model.sections.map((section) => (
            <section key={section.id} className={css['section']} aria-labelledby={`report-${section.id}`}>
              <h2 id={`report-${section.id}`} tabIndex={-1} className={css['section-title']}>
                {section.title}
              </h2>
              {section.blocks.map((block, place) => (
                <ReportBlockView key={place} block={block} within={section.title} />
              ))}
            </section>
          ))}
        </article>
      </div>
    </ReportContext>
  )
}

function Reconciliation({ reconciled }: { readonly reconciled: boolean }) {
  const { t } = useSpeech()
  if (reconciled)
    return (
      <Notice tone="good" title={t(words.reconciled)}>
        {t(words.reconciledText)}
      </Notice>
    )
  return (
    <Notice tone="bad" title={t(words.notReconciled)} live>
      {t(words.notReconciledText)}
    </Notice>
  )
}

function Provisional({ figures }: { readonly figures: readonly FigureView[] }) {
  const { t } = useSpeech()
  const count = new Set(figures.filter((figure) => figure.provisional).map((figure) => figure.code)).size
  if (count === 0) return null
  return <Notice tone="warn">{t(words.provisional, { count })}</Notice>
}

function Cover({ model }: { readonly model: ReportOnScreen }) {
  const { t, dateTime } = useSpeech()
  const { cover } = model
  return (
    <header className={css['cover']}>
      {cover.logo !== null && <img className={css['cover-logo']} src={pictureUrl(cover.logo)} alt="" />}
      <p>{cover.ministry}</p>
      {cover.office !== cover.ministry && <p>{cover.office}</p>}
      <p className={css['cover-title']}>{cover.title}</p>
      <p className={css['cover-period']}>{cover.period}</p>
      <p className={css['cover-about']}>
        <span>{cover.edition}</span>
        <span>{cover.classification}</span>
        <span>{t(words.dataUpTo, { at: dateTime(model.asOf) })}</span>
        <span>{t(words.definitions, { version: model.definitions })}</span>
      </p>
      {cover.warning !== null && <Badge tone="warn">{cover.warning}</Badge>}
    </header>
  )
}

/** The address belongs to the router, so the contents move focus and sight themselves. */
function Contents({ model }: { readonly model: ReportOnScreen }) {
  const { t } = useSpeech()
  const show = (id: string) => {
    const heading = document.getElementById(`report-${id}`)
    heading?.focus({ preventScroll: true })
    heading?.scrollIntoView({ block: 'start' })
  }
  return (
    <nav className={css['contents']} aria-label={t(words.contents)}>
      <h2 className={css['contents-title']}>{t(words.contents)}</h2>
      <ul lang={model.language} dir={model.direction}>
        {model.sections.map((section) => (
          <li key={section.id}>
            <button type="button" onClick={() => show(section.id)}>
              {section.title}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
