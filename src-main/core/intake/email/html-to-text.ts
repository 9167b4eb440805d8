/**
 * HTML of a message as the plain text a person would read: never rendered, nothing run or fetched.
 * Invariant: one pass, linear in the length, whatever is unclosed.
 */
import { htmlEntities } from './html-entities.ts'

/** Their content is not text for a reader. */
const silentElements = new Set([
  'script',
  'style',
  'head',
  'title',
  'template',
  'object',
  'noscript',
  'svg',
  'math',
  'iframe',
  'select',
  'textarea',
])
const lineElements = new Set([
  'p',
  'div',
  'tr',
  'table',
  'ul',
  'ol',
  'blockquote',
  'section',
  'article',
  'header',
  'footer',
  'pre',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'body',
])

interface Tag {
  readonly name: string
  readonly isClosing: boolean
  readonly end: number
}

export function htmlToText(html: string): string {
  const out: string[] = []
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    if (open < 0) break
    out.push(decodeEntities(html.slice(at, open).replace(/\s+/g, ' ')))
    const tag = tagAt(html, open)
    out.push(tag === null ? '<' : markOf(tag))
    at = tag === null ? open + 1 : endOfContent(html, tag)
  }
  out.push(decodeEntities(html.slice(at).replace(/\s+/g, ' ')))
  return tidy(out.join(''))
}

/** The tag, comment or declaration that opens here; null when `<` is only a sign in the text. */
function tagAt(html: string, open: number): Tag | null {
  if (html.startsWith('<!--', open)) {
    const end = html.indexOf('-->', open + 4)
    return { name: '!', isClosing: false, end: end < 0 ? html.length : end + 3 }
  }
  if (!/[A-Za-z/!?]/.test(html.charAt(open + 1))) return null
  const [, slash = '', name = '!'] = /^<(\/?)([A-Za-z][A-Za-z0-9]{0,20})?/.exec(html.slice(open, open + 24)) ?? []
  return { name: name.toLowerCase(), isClosing: slash === '/', end: endOfTag(html, open) }
}

/** Behind the `>` that closes the tag; a `>` in a quoted value does not. An unclosed tag swallows the rest, as in a browser. */
function endOfTag(html: string, open: number): number {
  const stop = /[>"']/g
  stop.lastIndex = open
  for (let found = stop.exec(html); found; found = stop.exec(html)) {
    if (found[0] === '>') return found.index + 1
    const closing = html.indexOf(found[0], found.index + 1)
    if (closing < 0) return afterNext(html, found.index)
    stop.lastIndex = closing + 1
  }
  return html.length
}

/** A quote without a partner (an apostrophe in a broken tag) is not allowed to swallow the message. */
function afterNext(html: string, from: number): number {
  const end = html.indexOf('>', from)
  return end < 0 ? html.length : end + 1
}

function endOfContent(html: string, tag: Tag): number {
  if (tag.isClosing || !silentElements.has(tag.name)) return tag.end
  const closing = new RegExp(`</${tag.name}\\b|${tag.name === 'head' ? '<body\\b' : '$^'}`, 'gi')
  closing.lastIndex = tag.end
  return closing.exec(html)?.index ?? html.length
}

function markOf({ name, isClosing }: Tag): string {
  if (name === 'br') return '\n'
  if (name === 'li') return isClosing ? '' : '\n- '
  if (name === 'td' || name === 'th') return isClosing ? '\t' : ''
  if (name === 'hr') return '\n'
  return lineElements.has(name) ? '\n' : ''
}

function decodeEntities(text: string): string {
  return text.replace(/&(#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,9});?/g, (whole, entity: string) => {
    if (!entity.startsWith('#')) return htmlEntities[entity] ?? htmlEntities[entity.toLowerCase()] ?? whole
    const code = Number(`0${entity.slice(1)}`.replace(/^0(?=\d)/, ''))
    return code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? '\uFFFD' : String.fromCodePoint(code)
  })
}

const tidy = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replace(/[ \u00A0]{2,}/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
