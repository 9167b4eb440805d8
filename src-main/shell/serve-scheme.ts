/**
 * `insaf://app/`: the built window, files of the core, and pages on their way to paper. The only origin a window knows;
 * nothing is fetched from anywhere else.
 */
import { readFile } from 'node:fs/promises'
import { protocol } from 'electron'
import { securityHeaders } from '#main/host/security-headers.ts'
import { cacheControl, findWindowFile } from '#main/host/window-files.ts'
import { ownOrigin, scheme } from './origin.ts'
import { passToCore } from './pass-to-core.ts'
import { printedPage } from './printed-pages.ts'

interface SchemeOptions {
  /** Folder of the built window. */
  readonly renderer: string
  /** Path of the core's socket, null until it listens. */
  readonly socket: () => string | null
}

/** Before the app is ready: the scheme is a real origin, with storage, streams and a secure context. */
export function registerScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true }
  protocol.registerSchemesAsPrivileged([{ scheme, privileges }])
}

export function serveScheme(options: SchemeOptions): void {
  protocol.handle(scheme, (request) => answer(options, request))
}

const headers = securityHeaders()

async function answer(options: SchemeOptions, request: Request): Promise<Response> {
  if (!request.url.startsWith(`${ownOrigin}/`)) return new Response(null, { status: 404, headers })
  const { pathname, search } = new URL(request.url)
  if (pathname.startsWith('/files/')) return passToCore(options.socket(), `${pathname}${search}`, request)
  if (pathname.startsWith('/paper/')) return printedPage(pathname)
  if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(null, { status: 405, headers })
  return windowFile(options.renderer, pathname, request.method)
}

async function windowFile(folder: string, pathname: string, method: string): Promise<Response> {
  const file = findWindowFile(folder, pathname)
  if (file === null) return new Response(null, { status: 404, headers })
  const body = method === 'HEAD' ? null : await readFile(file.path)
  const about = {
    'content-type': file.mediaType,
    'content-length': String(file.size),
    'cache-control': cacheControl(file),
  }
  return new Response(body, { headers: { ...headers, ...about } })
}
