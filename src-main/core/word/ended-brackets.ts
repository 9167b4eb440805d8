/**
 * In: text whose brackets no line is to end in. Out: the same, in which a line may end behind the first number in brackets.
 * LibreOffice cuts such a text before a number all the same, and the bracket that stands before the number stays at the end
 * of the line, turned round.
 */
export const endedBrackets = (text: string): string => text.replaceAll(/(\([\d٠-٩][\d٠-٩.,٫٬]*)\u00A0/g, '$1 ')
