import { describe, expect, it } from 'vitest'
import { extractFile, fixture, textOf } from './support.ts'

/** A PDF of one page in Helvetica; `codes` says what its characters 1, 2 and so on stand for. */
function pdfOf(content: string, codes: readonly string[] = []): Buffer {
  const utf16 = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('hex')
  const map = codes.map((text, index) => `<${hex(index + 1)}> <${utf16(text)}>`).join('\n')
  const cmap = `/CIDInit /ProcSet findresource begin begincmap
1 begincodespacerange <00> <ff> endcodespacerange
${codes.length} beginbfchar
${map}
endbfchar endcmap end`
  const widths = Array.from({ length: 32 }, () => 500).join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R
/Resources << /Font << /F 5 0 R /M 6 0 R >> >> >>`,
    stream(content),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< /Type /Font /Subtype /TrueType /BaseFont /Helvetica /FirstChar 1 /LastChar 32
/Widths [${widths}] /ToUnicode 7 0 R >>`,
    stream(cmap),
  ]
  const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('')
  return Buffer.from(`%PDF-1.7\n${body}trailer << /Root 1 0 R >>\n%%EOF`, 'latin1')
}

function stream(content: string): string {
  return `<< /Length ${content.length} >> stream\n${content}\nendstream`
}

function hex(number: number): string {
  return number.toString(16).padStart(2, '0')
}

const line = (text: string, y = 700) => `BT /F 12 Tf 50 ${y} Td (${text}) Tj ET\n`

async function linesOf(content: string, codes: readonly string[] = []): Promise<string[]> {
  const text = await textOf(pdfOf(content, codes), 'a.pdf')
  return text.split('\n').map((each) => each.trim())
}

describe('the letters of a PDF', () => {
  it('one sign for several letters gives all of them', async () => {
    const content = 'BT /M 12 Tf 50 700 Td <0102> Tj ET'
    expect(await linesOf(content, ['ffi', 'x'])).toEqual(['ffix'])
    expect(await linesOf(content, ['\u{fb01}', 'n'])).toEqual(['fin'])
  })

  it('a letter beyond the first plane stays one letter', async () => {
    const content = 'BT /M 12 Tf 50 700 Td <010201> Tj ET'
    expect(await linesOf(content, ['\u{1d11e}', 'a'])).toEqual(['\u{1d11e}a\u{1d11e}'])
  })

  it('a hyphen at the end of a line stays a hyphen', async () => {
    expect(await linesOf(line('the Secretary-') + line('General of the', 686))).toEqual([
      'the Secretary-',
      'General of the',
    ])
  })

  it('a hyphen that stands for another text is a soft one', async () => {
    const hyphen = '/Span << /ActualText <feff00ad> >> BDC (-) Tj EMC'
    const content = `BT /F 12 Tf 50 700 Td (commit) Tj ${hyphen} ET\n`
    expect(await linesOf(content + line('tee of the', 686))).toEqual(['commit\u{ad}', 'tee of the'])
  })

  it('a gap is a blank, and a narrow one is not', async () => {
    const apart = (gap: number) => `BT /F 12 Tf 50 700 Td [(two) ${-gap} (words)] TJ ET`
    expect(await linesOf(apart(40))).toEqual(['twowords'])
    expect(await linesOf(apart(145))).toEqual(['two words'])
    expect(await linesOf(apart(300))).toEqual(['two words'])
    expect(await linesOf(apart(4000))).toEqual(['two words'])
  })

  it('letters set one by one form their words', async () => {
    const letters = [...'well'].map((letter) => `(${letter}) Tj 8 0 Td`).join(' ')
    const content = `BT /F 14 Tf 50 700 Td ${letters} ET`
    expect((await linesOf(content)).join('').replaceAll(' ', '')).toBe('well')
  })

  it('a seal printed at an angle stands behind the text', async () => {
    const seal = 'BT /F 12 Tf 0.7 0.7 -0.7 0.7 80 690 Tm (RECEIVED) Tj ET\n'
    expect(await linesOf(seal + line('The Council,'))).toEqual(['The Council,', 'RECEIVED'])
  })
})

it('a file spoilt between two others disturbs neither', async () => {
  const letter = fixture('letter-chromium.pdf')
  const before = await textOf(letter, 'a.pdf')
  const spoilt = Buffer.from(letter)
  spoilt.fill('7', 2000, 20_000)
  await textOf(spoilt, 'a.pdf').catch(() => undefined)
  expect(await textOf(letter, 'a.pdf')).toBe(before)
})

describe('a PDF with a page that cannot be read', () => {
  it('is refused: what is held is whole', async () => {
    const whole = pdfOf(line('All that is said.')).toString('latin1')
    const lacking = whole.replace('/Kids [3 0 R] /Count 1', '/Kids [3 0 R 99 0 R] /Count 2')
    expect(lacking).not.toBe(whole)
    expect(await extractFile(Buffer.from(lacking, 'latin1'), 'a.pdf')).toEqual({
      ok: false,
      problem: 'file.damaged',
    })
  })
})
