import type { ErrorInfo, ReactNode } from 'react'
import { Component } from 'react'
import css from './error-boundary.module.css'

interface State {
  readonly error: unknown
}

/**
 * Catches a fault of a screen. It stands outside every provider and speaks both languages by itself:
 * what happened, what was kept, what to do.
 */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null }

  static getDerivedStateFromError(error: unknown): State {
    return { error }
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    console.error(error, info.componentStack)
  }

  override render(): ReactNode {
    const { error } = this.state
    if (error === null) return this.props.children
    const reason = error instanceof Error ? error.message : JSON.stringify(error)
    return (
      <div className={css['fault']} role="alert">
        <section lang="ar" dir="rtl">
          <h1>توقفت هذه الشاشة</h1>
          <p>
            حدث خلل غير متوقع في العرض. كل ما حُفظ باقٍ، والمسودات تعود عند فتح النموذج. أعد فتح الشاشة، فإن تكرر الخلل
            فأبلغ مدير النظام بالنص أدناه.
          </p>
        </section>
        <section lang="en" dir="ltr">
          <h2>This screen has stopped</h2>
          <p>
            An unexpected fault happened while showing it. Everything saved is safe, drafts return with their form. Open
            the screen again; if it happens again, give your administrator the text below.
          </p>
        </section>
        <pre dir="ltr">{reason}</pre>
        <div className={css['actions']}>
          <button type="button" onClick={() => this.setState({ error: null })}>
            إعادة الفتح · Open again
          </button>
          <button type="button" onClick={() => window.location.assign('#/')}>
            الصفحة الرئيسية · Home
          </button>
          <button type="button" onClick={() => window.location.reload()}>
            إعادة تحميل النافذة · Reload the window
          </button>
        </div>
      </div>
    )
  }
}
