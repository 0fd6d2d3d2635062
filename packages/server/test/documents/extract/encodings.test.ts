import { describe, expect, it } from 'vitest'
import { textOf } from './support.ts'

const TEXT = 'Le Conseil de sécurité à Bamako : « l’été »\nSégou\n'

describe('a text is read in the encoding it is in', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a mark', Buffer.from(`\u{feff}${TEXT}`)],
    ['UTF-16, little end first', Buffer.from(`\u{feff}${TEXT}`, 'utf16le')],
    ['UTF-16, big end first', Buffer.from(`\u{feff}${TEXT}`, 'utf16le').swap16()],
    ['Windows line ends', Buffer.from(TEXT.replaceAll('\n', '\r\n'))],
    ['old Macintosh line ends', Buffer.from(TEXT.replaceAll('\n', '\r'))],
  ])('%s', async (_, bytes) => {
    expect(await textOf(bytes, 'a.txt')).toBe(TEXT)
  })

  it('windows-1252 where nothing else is possible', async () => {
    const bytes = Buffer.from('S\xe9curit\xe9 \x96 l\x92\xe9t\xe9 au Conseil', 'latin1')
    expect(await textOf(bytes, 'a.txt')).toBe('Sécurité – l’été au Conseil')
  })

  it('a page in the encoding it declares', async () => {
    const page = Buffer.from('<meta charset="windows-1251"><p>\xd1\xee\xe2\xe5\xf2</p>', 'latin1')
    expect(await textOf(page, 'a.html')).toBe('Совет')
  })
})
