import { randomUUID } from 'node:crypto'
import { ownOrigin } from './origin.ts'

/** Letters on their way to paper: whole pages under a name nobody can guess, without scripts and without a network. */
const pages = new Map<string, string>()

const headers = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; form-action 'none'; base-uri 'none'; sandbox",
}

/** Address of a page until `drop` is called. */
export function keepPage(html: string): { readonly address: string; readonly drop: () => void } {
  const path = `/paper/${randomUUID()}`
  pages.set(path, html)
  return { address: `${ownOrigin}${path}`, drop: () => void pages.delete(path) }
}

export function printedPage(path: string): Response {
  const html = pages.get(path)
  return html === undefined ? new Response(null, { status: 404 }) : new Response(html, { headers })
}
