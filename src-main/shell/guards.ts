/**
 * What no window may do, whatever runs in it: leave the program's own pages, open others, take a right that is not
 * listed, embed a view, or fetch from anywhere.
 */
import type { App, Session, WebContents } from 'electron'
import { isOwn, ownPage } from './origin.ts'

/** Guards every page of the app, also ones that nobody here made. */
export function guardPages(app: App): void {
  app.on('web-contents-created', (_event, page) => {
    page.on('will-navigate', (event) => keepInside(page, event))
    page.on('will-redirect', (event) => event.preventDefault())
    page.on('will-attach-webview', (event) => event.preventDefault())
    page.setWindowOpenHandler(({ url }) => {
      if (isFile(url)) page.downloadURL(url)
      return { action: 'deny' }
    })
  })
}

const isFile = (url: string): boolean => isOwn(url) && new URL(url).pathname.startsWith('/files/')

/** A page may be loaded anew; a file of a case is saved, never shown in the program's place. */
function keepInside(page: WebContents, event: { readonly url: string; preventDefault(): void }): void {
  if (event.url.split(/[?#]/)[0] === ownPage) return
  event.preventDefault()
  if (isFile(event.url)) page.downloadURL(event.url)
}

/** The rights a page may ask for, each for one thing that a person does. */
interface Asked {
  readonly permission: string
  readonly origin: string
  readonly media: readonly string[]
}

/** The camera takes pictures of documents (C-10); a number may be copied. Microphone, place and all else: no. */
export function isPermitted({ permission, origin, media }: Asked): boolean {
  if (!isOwn(origin.replace(/\/$/, ''))) return false
  if (permission === 'clipboard-sanitized-write') return true
  return permission === 'media' && media.length > 0 && media.every((kind) => kind === 'video')
}

export function guardSession(session: Session): void {
  // Electron's own shape: page, permission, answer or origin, details.
  session.setPermissionRequestHandler((...[, permission, answer, details]) => {
    const media = 'mediaTypes' in details ? (details.mediaTypes ?? []) : []
    answer(isPermitted({ permission, origin: details.requestingUrl, media }))
  })
  session.setPermissionCheckHandler((...[, permission, origin, { mediaType }]) =>
    isPermitted({ permission, origin, media: mediaType === undefined ? [] : [mediaType] }),
  )
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isLocal(url) }))
}

const localSchemes = ['insaf:', 'data:', 'blob:', 'devtools:', 'chrome-extension:', 'about:']

/** No network, also not for a dictionary of the spell checker: it is looked for beside the program. */
function isLocal(url: string): boolean {
  const { protocol } = new URL(url)
  return isOwn(url) || (protocol !== 'insaf:' && localSchemes.includes(protocol))
}
