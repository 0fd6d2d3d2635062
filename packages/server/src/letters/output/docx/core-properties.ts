import type { Sheet } from '../sheet.ts'

const SPECIAL: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' }

/** Title, language and maker of a letter, without the dates that would make each printing another file. */
export function coreProperties({ title, language }: Sheet): string {
  const safe = title.replaceAll(/[<>&]/g, (character) => SPECIAL[character] ?? '')
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/">',
    `<dc:title>${safe}</dc:title><dc:creator>Vigil</dc:creator><dc:language>${language}</dc:language>`,
    '</cp:coreProperties>',
  ].join('')
}
