import type { DocumentFile, Paragraph } from '@vigil/core/documents'
import { say } from '@vigil/core/i18n'
import type { Context } from '../frame/context.ts'

const WIDEST_LABEL = 16

/** A reading for people: what it is, then its paragraphs with their labels in a column. */
export function showReading(reading: DocumentFile, context: Context, columns: number): string[] {
  const { paragraphs } = reading
  const labels = paragraphs.map(({ label, marker }) => label ?? marker ?? '')
  const width = Math.min(WIDEST_LABEL, Math.max(0, ...labels.map((label) => label.length)))
  return [
    ...showHead(reading, context),
    ...paragraphs.flatMap((paragraph) => ['', ...showParagraph(paragraph, width, columns)]),
  ]
}

function showHead({ document, repairs, paragraphs }: DocumentFile, context: Context): string[] {
  const { symbol, kind, language } = document
  const known = say(context.language, { area: 'documents', key: `kind.${kind}` })
  const spoken =
    language === null
      ? context.say('read.languageUnknown')
      : say(context.language, { area: 'documents', key: `language.${language}` })
  const counts = { paragraphs: paragraphs.length, repairs: repairs.length }
  return [
    symbol ?? context.say('read.noSymbol'),
    context.say('read.head', { kind: known, language: spoken, ...counts }),
  ]
}

function showParagraph(
  { label, marker, text }: Paragraph,
  width: number,
  columns: number,
): string[] {
  const name = label ?? marker ?? ''
  const indent = ' '.repeat(width + 2)
  const [first = '', ...rest] = wrap(text, columns - indent.length)
  const opening =
    name.length > width ? [name, `${indent}${first}`] : [`${name.padEnd(width)}  ${first}`]
  return [...opening, ...rest.map((line) => `${indent}${line}`)]
}

/** Lines of at most `columns` characters, broken at blanks; longer words stand alone. */
function wrap(text: string, columns: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last === undefined || last.length + 1 + word.length > columns) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines
}
