import type { ReactNode } from 'react'
import { createContext, useContext, useState } from 'react'
import type { ReportCell } from '#shared/contract/desktop/report-model.ts'
import type { ReportRequest } from '#shared/contract/desktop/reports.ts'
import { reportsMessages as words } from '#shared/i18n/reports.ts'
import { core } from '#renderer/client/core.ts'
import { failureOf } from '#renderer/client/errors.ts'
import { openFigureCases } from '#renderer/parts/figure-cases.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { showToast } from '#renderer/ui/toast.tsx'
import css from './reports.module.css'

export interface ShownReport {
  readonly request: ReportRequest
  /** Of the report's own language, which need not be the window's. */
  readonly direction: 'rtl' | 'ltr'
}

/** The report on screen. */
export const ReportContext = createContext<ShownReport | null>(null)

interface FigureButtonProps {
  readonly figure: NonNullable<ReportCell['figure']>
  readonly name: string
  readonly children: ReactNode
}

/** A number of the report; it asks the core for the cases behind it and opens them (B-01). */
export function FigureButton({ figure, name, children }: FigureButtonProps) {
  const { t, say } = useSpeech()
  const shown = useContext(ReportContext)
  const [busy, setBusy] = useState(false)
  const open = async () => {
    if (shown === null || busy) return
    setBusy(true)
    try {
      const { code, by, also, part, quarter } = figure
      const ids = await core.reports.casesOf({
        ...shown.request,
        ...quarter,
        code,
        ...(by === undefined ? {} : { by: { ...by } }),
        ...(also === undefined ? {} : { also: also.map((split) => ({ ...split })) }),
        ...(part === undefined ? {} : { part }),
      })
      if (ids.length === 0) showToast({ tone: 'info', text: t(words.noCases) })
      else openFigureCases({ title: name, ids })
    } catch (error) {
      showToast({ tone: 'bad', text: say(failureOf(error)) })
    } finally {
      setBusy(false)
    }
  }
  return (
    <button
      type="button"
      className={css['figure']}
      title={t(words.openFigure, { name })}
      aria-busy={busy || undefined}
      onClick={() => void open()}
    >
      {children}
    </button>
  )
}

interface CasesButtonProps {
  readonly ids: readonly string[]
  readonly name: string
  readonly children: ReactNode
}

/** A number whose cases are known already. */
export function CasesButton({ ids, name, children }: CasesButtonProps) {
  const { t } = useSpeech()
  return (
    <button
      type="button"
      className={css['figure']}
      title={t(words.openFigure, { name })}
      onClick={() => openFigureCases({ title: name, ids })}
    >
      {children}
    </button>
  )
}
