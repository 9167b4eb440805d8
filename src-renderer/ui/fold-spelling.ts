const alike: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ئ: 'ي',
  ؤ: 'و',
  ة: 'ه',
  ک: 'ك',
  ی: 'ي',
}

/** In: a label or typed text. Out: one spelling for what the eye takes as the same, to narrow a list on the screen. */
export function foldSpelling(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\u064B-\u0652\u0640\u200E\u200F]/g, '')
    .replace(/[أإآٱىئؤةکی]/g, (letter) => alike[letter] ?? letter)
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .trim()
}
