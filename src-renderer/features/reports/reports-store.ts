import { create } from 'zustand'
import type { ReportRequest } from '#shared/contract/desktop/reports.ts'
import type { ReportChoice } from './report-choice.ts'

interface ReportsStore {
  /** null until something was chosen. */
  readonly choice: ReportChoice | null
  /** The report on screen. */
  readonly request: ReportRequest | null
  readonly keep: (part: { readonly choice?: ReportChoice; readonly request?: ReportRequest | null }) => void
}

/** The chosen report outlives the screen: one comes back to it from the cases of a figure. */
export const useReports = create<ReportsStore>()((set) => ({
  choice: null,
  request: null,
  keep: (part) => set(part),
}))
