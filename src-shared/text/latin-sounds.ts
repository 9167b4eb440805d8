// Latin spellings of Arabic (and of foreign) names as consonant classes. The rules run in order: the first ones join
// what is written with several letters, the last ones drop the vowels.

const rules: readonly (readonly [RegExp, string])[] = [
  [/(sch|sh|tch)/g, 'C'],
  [/ch/g, 'C'],
  [/(kh)/g, 'X'],
  [/(gh|dj|dg)/g, 'G'],
  [/th/g, 'T'],
  [/(dh)/g, 'D'],
  [/ph/g, 'F'],
  [/(ck|qu|q|k)/g, 'K'],
  [/c(?=[eiy])/g, 'S'],
  [/c/g, 'K'],
  [/x/g, 'KS'],
  [/[gj]/g, 'G'],
  [/[zʒ]/g, 'Z'],
  [/[vf]/g, 'F'],
  [/[bp]/g, 'B'],
  [/t/g, 'T'],
  [/d/g, 'D'],
  [/s/g, 'S'],
  [/r/g, 'R'],
  [/l/g, 'L'],
  [/m/g, 'M'],
  [/n/g, 'N'],
  [/^w/g, 'W'],
  [/^y/g, 'Y'],
  [/([A-Z])\1+/g, '$1'],
  [/h+/g, 'H'],
  [/[^A-Z]/g, ''],
]

const articles = new Set(['al', 'el', 'ul', 'as', 'ash', 'ad', 'ar', 'an', 'at', 'az'])
const servant = /^abd(?:[aeiou]{1,2}(?=([rsntdz])\1)|[aeou]{1,2}l(?=.{2})|[aeu](?=[rsntdz]))?/

/** «Abdul», «Abdel», «Abdur-» before the name of God that follows. */
function bareName(name: string): string {
  if (name.startsWith('abd')) return name.replace(servant, 'abd')
  return name.replace(/^(al|el)(?=.{4})/, '')
}

function soundsOf(name: string): string {
  const sounds = rules.reduce((text, [pattern, sign]) => text.replace(pattern, sign), bareName(name)).toLowerCase()
  return sounds.length > 2 ? sounds.replace(/h$/, '') : sounds
}

/** Glues «abd al rahman», «abdul rahman», «abu zayd» and drops a lone article. */
function joinParts(tokens: readonly string[]): readonly string[] {
  const names: string[] = []
  let open = ''
  for (const token of tokens) {
    if (/^(abd|abd[aeou]l|abdur|abu|abou|umm|om)$/.test(token)) open += token
    else if (!articles.has(token)) {
      names.push(open + token)
      open = ''
    }
  }
  return open === '' ? names : [...names, open]
}

/** In: the folded parts of a Latin name. Out: the consonant classes of each part; see `soundKey`. */
export function latinSounds(tokens: readonly string[]): readonly string[] {
  return joinParts(tokens).map(soundsOf)
}
