import { describe, expect, test } from 'vitest'
import { toSafeFileName } from '../../src/documents/file-name.ts'

describe('the name of an uploaded file', () => {
  test.each([
    ['conclusions.pdf', 'conclusions.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\a\\lettre.docx', 'lettre.docx'],
    ['a\u{202e}fdp.exe', 'afdp.exe'],
    ['line\r\nbreak.txt', 'linebreak.txt'],
    ['  Déclaration du Président.pdf ', 'Déclaration du Président.pdf'],
    ['', 'document'],
    ['/', 'document'],
  ])('%j is kept as %j', (given, kept) => {
    expect(toSafeFileName(given)).toBe(kept)
  })

  test('is shortened to 200 characters with its ending kept', () => {
    const kept = toSafeFileName(`${'é'.repeat(500)}.pdf`)
    expect([...kept]).toHaveLength(200)
    expect(kept.endsWith('é.pdf')).toBe(true)
  })
})
