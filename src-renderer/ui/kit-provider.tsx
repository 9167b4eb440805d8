import '@fontsource/ibm-plex-sans-arabic/arabic-400.css'
import '@fontsource/ibm-plex-sans-arabic/arabic-500.css'
import '@fontsource/ibm-plex-sans-arabic/arabic-600.css'
import '@fontsource/ibm-plex-sans-arabic/latin-400.css'
import '@fontsource/ibm-plex-sans-arabic/latin-500.css'
import '@fontsource/ibm-plex-sans-arabic/latin-600.css'
import '@mantine/core/styles.css'
import '@mantine/dates/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import './tokens.css'
import './base.css'
import { DirectionProvider, MantineProvider, useDirection, useMantineColorScheme } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import type { ReactNode } from 'react'
import { useEffect } from 'react'
import { resolveVariables, theme } from './theme.ts'
import toastCss from './toast.module.css'
import type { Words } from './words.ts'
import { WordsContext } from './words.ts'

export type Direction = 'rtl' | 'ltr'
export type ColorScheme = 'light' | 'dark' | 'auto'

export interface KitProviderProps {
  readonly direction: Direction
  readonly scheme: ColorScheme
  readonly words: Words
  readonly children: ReactNode
}

/** Theme, direction and words for everything inside. */
export function KitProvider({ direction, scheme, words, children }: KitProviderProps) {
  return (
    <DirectionProvider initialDirection={direction} detectDirection={false}>
      <MantineProvider theme={theme} cssVariablesResolver={resolveVariables} defaultColorScheme={scheme}>
        <Follow direction={direction} scheme={scheme} />
        <Notifications position="top-center" className={toastCss['place'] ?? ''} autoClose={5000} limit={4} />
        <WordsContext value={words}>{children}</WordsContext>
        <section id="floats" aria-label={words.text.floats} />
      </MantineProvider>
    </DirectionProvider>
  )
}

/** Mantine keeps direction and scheme as its own state; a change of ours is handed on. */
function Follow({ direction, scheme }: { readonly direction: Direction; readonly scheme: ColorScheme }) {
  const { setDirection } = useDirection()
  const { setColorScheme } = useMantineColorScheme()
  useEffect(() => setDirection(direction), [direction, setDirection])
  useEffect(() => setColorScheme(scheme), [scheme, setColorScheme])
  return null
}
