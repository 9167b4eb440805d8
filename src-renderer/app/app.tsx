import { QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useEffect, useMemo, useState } from 'react'
import { followChanges, makeQueryClient } from '#renderer/client/live.ts'
import type { OfficeFormat } from '#renderer/parts/speech.tsx'
import { SpeechProvider, useSpeech } from '#renderer/parts/speech.tsx'
import { KitProvider } from '#renderer/ui/kit-provider.tsx'
import { listenToKeys } from '#renderer/ui/use-keys.ts'
import { Gate } from './gate.tsx'
import { kitWords } from './kit-words.ts'
import { usePreferences } from './preferences.ts'

/** Before anybody signs in the window knows only the machine's own zone. */
const machineFormat: OfficeFormat = { zone: Intl.DateTimeFormat().resolvedOptions().timeZone, country: 'SA' }

export function App() {
  const [queries] = useState(makeQueryClient)
  const [office, setOffice] = useState(machineFormat)
  const { preferences, setPreferences } = usePreferences()
  useEffect(() => followChanges(queries), [queries])
  useEffect(() => listenToKeys(window), [])
  return (
    <QueryClientProvider client={queries}>
      <SpeechProvider preferences={preferences} setPreferences={setPreferences} office={office}>
        <Kit>
          <Gate onOffice={setOffice} />
        </Kit>
      </SpeechProvider>
    </QueryClientProvider>
  )
}

function Kit({ children }: { readonly children: ReactNode }) {
  const speech = useSpeech()
  const { language, direction, preferences } = speech
  const words = useMemo(() => kitWords(speech), [speech])
  useEffect(() => {
    document.documentElement.lang = language
    document.documentElement.dir = direction
  }, [language, direction])
  return (
    <KitProvider direction={direction} scheme={preferences.scheme} words={words}>
      {children}
    </KitProvider>
  )
}
