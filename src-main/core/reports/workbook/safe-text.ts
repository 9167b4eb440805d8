/**
 * Text that a spreadsheet program must not take for a formula, wherever it came from: a cell that begins with = + - @,
 * tab or carriage return gets an apostrophe before it, as a person would type to say "this is text".
 */
export function safeText(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}
