import { Suspense, useEffect } from 'react'
import type { Route } from '#renderer/parts/route.ts'
import { unitShown, useSession } from '#renderer/parts/session.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button } from '#renderer/ui/button.tsx'
import type { IconName } from '#renderer/ui/icon-paths.ts'
import { matchPath, useLocation } from '#renderer/ui/navigation.ts'
import { Page } from '#renderer/ui/page.tsx'
import { EmptyState, SkeletonLines } from '#renderer/ui/states.tsx'
import { takeFocus } from '#renderer/ui/take-focus.ts'
import { rightLabels } from '#shared/i18n/codes.ts'
import { frameMessages } from '#shared/i18n/frame.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { routes } from './routes.tsx'

interface Found {
  readonly route: Route
  readonly params: Readonly<Record<string, string>>
}

/** The screen of the present address. */
export function Screen() {
  const { path, query } = useLocation()
  const { t, label } = useSpeech()
  const { session, has } = useSession()
  const found = findRoute(path)
  const title = t(found?.route.title ?? frameMessages.notFound)
  const office = useSpeech().say(unitShown(session))
  useEffect(() => {
    document.title = `${title} – ${office} – ${t(frameMessages.product)}`
  }, [title, office, t])
  if (found === null) return <Closed key={path} icon="search" title={title} text={t(frameMessages.notFoundText)} />
  const { right, screen: Shown } = found.route
  if (right !== undefined && !has(right))
    return (
      <Closed
        key={path}
        icon="lock"
        title={t(frameMessages.noRight)}
        text={t(frameMessages.noRightText, { right: label(rightLabels, right) })}
      />
    )
  return (
    <ErrorBoundary key={path}>
      <Suspense fallback={<Waiting />}>
        <Shown params={found.params} query={query} />
        <Arrival />
      </Suspense>
    </ErrorBoundary>
  )
}

function findRoute(path: string): Found | null {
  for (const route of routes) {
    const params = matchPath(route.path, path)
    if (params !== null) return { route, params }
  }
  return null
}

/** A new screen is announced by moving the focus to its heading, unless a field already took it. */
function Arrival() {
  useEffect(() => takeFocus(headingUnlessTaken), [])
  return null
}

function headingUnlessTaken(): HTMLElement | null {
  const main = document.getElementById('main')
  if (main?.contains(document.activeElement) === true && document.activeElement !== main) return null
  return document.getElementById('page-title') ?? main
}

function Waiting() {
  return (
    <Page title=" ">
      <SkeletonLines count={6} />
    </Page>
  )
}

function Closed({ icon, title, text }: { readonly icon: IconName; readonly title: string; readonly text: string }) {
  const { t } = useSpeech()
  return (
    <>
      <Page title={title}>
        <EmptyState
          icon={icon}
          title={text}
          action={
            <Button href="#/" icon="home">
              {t(frameMessages.goHome)}
            </Button>
          }
        />
      </Page>
      <Arrival />
    </>
  )
}
