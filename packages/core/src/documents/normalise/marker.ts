/** What stands in front of a paragraph to number it: "4.", "12.", "(a)", "iv)", "A.", "–", "•". */
const LATIN =
  /^["“«]?(?:\d{1,3}\.(?:\d{1,2}\.)?|\((?:\d{1,2}|[a-z]{1,2}|[ivxl]{1,6})\)|(?:\d{1,2}|[a-z]|[ivxl]{1,5})\)|[A-Za-z]\.|[IVXL]{1,6}\.|-{1,2}|[–—•·▪●○‣◦*])(?=\s|$)/u

/** How Arabic, Russian and Chinese number besides: "1 -", "(أ)", "б)", "1．", "（一）", "㈠". */
const OTHER =
  /^["“«]?(?:[\d٠-٩]{1,3}\s?[-–](?=\s*\p{sc=Arab})|[(（]?[\p{sc=Arab}а-я]ـ?[)）](?=\s|$)|\d{1,3}[．、]|[(（][一二三四五六七八九十]{1,3}[)）]|[㈠-㈩])/u

const NUMBER_ALONE = /^(\d{1,3})\.$/

/** A number or letter printed without a blank behind it: "26.Decides". */
const GLUED = /^["“«]?(?:\d{1,3}\.|\([a-z]{1,2}\))(?=\p{Lu}\p{Ll})/u

/** The marker a text begins with, or an empty string. */
export function markerOf(text: string): string {
  return (LATIN.exec(text) ?? OTHER.exec(text) ?? GLUED.exec(text))?.[0] ?? ''
}

/** The marker that lacks its blank at the beginning of a text, or an empty string. */
export function gluedMarkerOf(text: string): string {
  return GLUED.exec(text)?.[0] ?? ''
}

/** The number of a text that is nothing but a paragraph number such as "4.", or null. */
export function numberAlone(text: string): number | null {
  const found = NUMBER_ALONE.exec(text)
  return found ? Number(found[1]) : null
}

/** The paragraph number a text begins with, or null. */
export function leadingNumber(text: string): number | null {
  const found = /^(\d{1,3})\.(?=\s|$)/.exec(text)
  return found ? Number(found[1]) : null
}
