import { useEffect } from 'react'
import { api } from '#renderer/client/core.ts'
import { useCoreQuery } from '#renderer/client/use-core.ts'
import type { OfficeFormat } from '#renderer/parts/speech.tsx'
import { followOffice } from './preferences.ts'

/** An open window follows the office's digits, calendar and zone as they are changed, here or elsewhere (UI-10). */
export function useOfficeFormat(isOpen: boolean, onOffice: (office: OfficeFormat) => void): void {
  const { data } = useCoreQuery(api.session.me.queryOptions({ input: {} }), { enabled: isOpen })
  const { digits, hijri, zone, country } = data?.format ?? {}
  useEffect(() => {
    if (!isOpen || digits === undefined || hijri === undefined) return
    followOffice({ digits, hijri })
  }, [isOpen, digits, hijri])
  useEffect(() => {
    if (isOpen && zone !== undefined && country !== undefined) onOffice({ zone, country })
  }, [isOpen, zone, country, onOffice])
}
