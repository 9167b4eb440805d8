/**
 * Messages: both languages side by side, `{name}` places checked by type, plural forms by the rules of each language.
 * A message with forms takes `count`, which picks the form and may also stand in it as `{count}`.
 */
export type Language = 'ar' | 'en'

export interface PlainMessage {
  readonly ar: string
  readonly en: string
}

export interface ArabicForms {
  readonly zero?: string
  readonly one: string
  readonly two: string
  readonly few: string
  readonly many: string
  readonly other: string
}

export interface EnglishForms {
  readonly zero?: string
  readonly one: string
  readonly other: string
}

export interface PluralMessage {
  readonly ar: ArabicForms
  readonly en: EnglishForms
}

export type Message = PlainMessage | PluralMessage
export type Messages = Readonly<Record<string, Message>>

type Places<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Places<Rest> : never

type Texts<M> = M extends { readonly ar: infer Arabic; readonly en: infer English }
  ? | (Arabic extends string ? Arabic : Arabic[keyof Arabic])
    | (English extends string ? English : English[keyof English])
  : never

type NeedsCount<M> = M extends PlainMessage ? never : 'count'

export type ParamsOf<M extends Message> = Readonly<Record<Places<Texts<M>> | NeedsCount<M>, string | number>>

/** The second argument is needed exactly when the message has places. */
export type ParamArguments<M extends Message> = [keyof ParamsOf<M>] extends [never] ? [] : [params: ParamsOf<M>]

export type DigitStyle = 'latin' | 'arabic'

/** What a text is written for; `digits` shapes numbers given as parameters, and those that stand in the message. */
export interface Reading {
  readonly language: Language
  readonly digits: DigitStyle
}

const pluralRules = { ar: new Intl.PluralRules('ar'), en: new Intl.PluralRules('en') }

/** In: a text and the digits wanted. Out: the text with 0–9 written as ٠–٩, or untouched for `latin`. */
export function withDigits(text: string, digits: DigitStyle): string {
  if (digits === 'latin') return text
  return text.replace(/\d/g, (digit) => String.fromCharCode(0x0660 + Number(digit)))
}

/** A number and what is written together with it: letters, dots, dashes, the sign of an address. */
const joined = /[A-Za-z0-9@._+\-\u2013/:,]*\d[A-Za-z0-9@._+\-\u2013/:,]*%?/g

/**
 * In: a text of ours that holds numbers, and codes of letters and digits. Out: its numbers in the digits wanted, with their
 * sign of the hundred and their points; codes, reference numbers, addresses and what begins with a zero (telephones) as
 * they are. What is written so already stays so (UI-10).
 */
export function withFreeDigits(text: string, digits: DigitStyle): string {
  if (digits === 'latin' || !/\d/.test(text)) return text
  return text.replace(joined, (found) => (isCode(found) ? found : inArabic(found)))
}

const isCode = (found: string): boolean => /[A-Za-z@+_]/.test(found) || /^0\d/.test(found)

const inArabic = (found: string): string =>
  withDigits(found.replaceAll(/(?<=\d),(?=\d{3})/g, '٬').replaceAll(/(?<=^\d+)\.(?=\d+%?$)/g, '٫'), 'arabic').replace(
    '%',
    '٪',
  )

/** In: message, language (or language and digits), its parameters. Out: plain text (C-08). */
export function translate<M extends Message>(
  message: M,
  reading: Language | Reading,
  ...[params]: ParamArguments<M>
): string {
  return translateLoosely(message, reading, params ?? {})
}

/** As `translate`, for a message known only at run time. A missing parameter stays visible as `{name}`. */
export function translateLoosely(
  message: Message,
  reading: Language | Reading,
  params: Readonly<Record<string, string | number>>,
): string {
  const { language, digits } = typeof reading === 'string' ? { language: reading, digits: 'latin' as const } : reading
  const text = withFreeDigits(formOf(message, language, params['count']), digits)
  return text.replace(/\{(\w+)\}/g, (place, name: string) => writeParam(params[name] ?? place, digits))
}

function formOf(message: Message, language: Language, count: string | number | undefined): string {
  if (isPlain(message)) return message[language]
  const forms: Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string } = message[language]
  const number = Number(count ?? 0)
  // English counts nothing like many: what was written for nothing is said all the same.
  return (number === 0 ? forms.zero : undefined) ?? forms[pluralRules[language].select(number)] ?? forms.other
}

function isPlain(message: Message): message is PlainMessage {
  return typeof message.ar === 'string'
}

function writeParam(value: string | number, digits: DigitStyle): string {
  return typeof value === 'number' ? withDigits(groupThousands(value), digits) : value
}

function groupThousands(value: number): string {
  return Math.abs(value) < 10_000 ? String(value) : value.toLocaleString('en-US')
}
