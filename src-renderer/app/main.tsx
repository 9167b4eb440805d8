import { createRoot } from 'react-dom/client'
import { must } from '#shared/lib/assert.ts'
import { App } from './app.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { keepWindow } from './keep-window.ts'

keepWindow(window)

createRoot(must(document.getElementById('root'), 'index.html has a root')).render(
  <ErrorBoundary>
    <App />
  </ErrorBoundary>,
)
