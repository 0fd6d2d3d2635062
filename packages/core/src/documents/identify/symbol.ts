import type { Paragraph } from '../model.ts'

const STANDING_ALONE =
  /^(?:(?:united nations|nations unies|naciones unidas|организация объединенных наций|الأمم المتحدة|联合国)\s+)?([A-Z]{1,5}(?:\/[\w.-]{1,12}){1,6}(?:\s?\(\d{4}\))?(?:[-–−][AS](?:\/[\w.]{1,12}){1,5})?)\*{0,3}$/iu
const COUNCIL =
  /security council|conseil de sécurité|consejo de seguridad|совет безопасности|مجلس الأمن|安全理事会/iu
const ASSEMBLY =
  /general assembly|assemblée générale|asamblea general|генеральная ассамблея|الجمعية العامة|^[“"]?大会/iu
const COUNCIL_NUMBER = /^\D{1,14}?(\d{1,5}) ?[(（](\d{4})[)）]/u
const ASSEMBLY_NUMBER = /^(\d{1,3}\/\d{1,4}(?: ?[A-Z])?)\. /u

/**
 * A document's own symbol, as its stable address writes it (`S/RES/1612(2005)`): where it stands
 * alone in the masthead, or where the title numbers a resolution and the enacting line names the
 * organ. A symbol cited inside a sentence is never the document's own. Null where the text has none.
 */
export function findOwnSymbol(paragraphs: readonly Paragraph[]): string | null {
  for (const { kind, text, eid } of paragraphs) {
    const alone =
      kind === 'frontmatter' && !eid.includes('__') ? STANDING_ALONE.exec(text)?.[1] : undefined
    if (alone !== undefined) return alone.replace(/\s+/gu, '').replace('−', '-').replace('–', '-')
  }
  return symbolOfResolution(paragraphs)
}

function symbolOfResolution(paragraphs: readonly Paragraph[]): string | null {
  const title = paragraphs.find(({ kind }) => kind === 'title')?.text ?? ''
  const organ = paragraphs.find(({ kind }) => kind === 'preamble')?.text ?? ''
  const council = COUNCIL.test(organ) ? COUNCIL_NUMBER.exec(title) : null
  if (council !== null) return `S/RES/${council[1]}(${council[2]})`
  const assembly = ASSEMBLY.test(organ) ? ASSEMBLY_NUMBER.exec(title) : null
  return assembly === null ? null : `A/RES/${assembly[1]?.replace(' ', '')}`
}
