const classes: Readonly<Record<string, string>> = {
  ب: 'b',
  ت: 't',
  ط: 't',
  ث: 't',
  ج: 'g',
  غ: 'g',
  ح: 'h',
  ه: 'h',
  خ: 'x',
  د: 'd',
  ض: 'd',
  ذ: 'd',
  ظ: 'z',
  ز: 'z',
  ر: 'r',
  س: 's',
  ص: 's',
  ش: 'c',
  ف: 'f',
  ق: 'k',
  ك: 'k',
  ل: 'l',
  م: 'm',
  ن: 'n',
}

/** A closing h is heard in «صالح» and silent in «سارة»; Latin spellings drop both. */
const withoutClosingH = (sounds: string): string => (sounds.length > 2 ? sounds.replace(/h$/, '') : sounds)

/** Names whose first two letters are no article. */
const wholeNames = new Set(['الياس', 'الهام', 'الهامي', 'الماس', 'الماظ'])

/** In: one folded Arabic name part. Out: the part without «ال» before it or behind its «عبد», «ابو» or «ام». */
export function bareArabicName(name: string): string {
  return wholeNames.has(name) ? name : name.replace(/^ال(?=.{3})/, '').replace(/^(عبد|ابو|ام)ال/, '$1')
}

/** In: one folded Arabic name part, «عبد» and «ابو» glued on. Out: its consonant classes; see `soundKey`. */
export function arabicSounds(name: string): string {
  const bare = bareArabicName(name)
  const first = bare.startsWith('و') ? 'w' : bare.startsWith('ي') ? 'y' : ''
  const rest = bare.replace(/(.)\1+/gu, '$1')
  return withoutClosingH(first + [...rest].map((letter) => classes[letter] ?? '').join(''))
}
