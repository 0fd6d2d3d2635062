/** Pieces that make a text costly when they are repeated: for lines, tokens, markers, repairs or expressions. */
const PIECES = {
  'tiny lines': 'a\n',
  'tiny lines set apart': 'a\n\n',
  'lines of a heading': 'Title of It\n',
  'one endless word': 'a',
  'one endless word of Chinese': '安全理事会',
  'one endless line': 'the children of a land ',
  'one endless line of Arabic': 'الأطفال ',
  hyphens: '-',
  'lines of a hyphen': '-\n',
  'words with a hyphen at their end': 'ab- ',
  'hyphens between letters': 'a-',
  'words broken at line ends': 'chil-\ndren\n',
  'words cut in pieces': 'ch ildren un der pro tec tion ',
  numbers: '1 ',
  'lines of a number': '1.\n',
  'letters that may be numerals': '(a)\n(i)\n',
  'numbers below their text': '  a b\n1.\n',
  'open brackets': '(',
  'square brackets': '[] ',
  'labels of a note': '[p1] x\n',
  'page links': 'https://undocs.org/S/2022/856\n',
  'page links in a line': 'https://undocs.org/S/2022/856 ',
  'page links between words': 'ab\nhttps://undocs.org/S/1\n',
  symbols: 'S/RES/1445 (2002)\n',
  'form feeds': '\f',
  'form feeds between letters': 'a\f',
  'combining marks': '\u0301',
  'letters with a mark of their own': 'e\u0301 ',
  'letters printed as one': 'ﬁn ',
  'soft hyphens': 'ab\u00ad cd ',
  'tabs between letters': '\ta',
  blanks: ' ',
  'carriage returns': '\r',
  'control characters': '\u0000',
  'quotation marks': '“',
  'lines that open a quotation': '“a\n',
  'lines of a note that never ends': '# a\n',
  'halves of characters': '\ud800',
  annexes: 'Annex\n',
} as const

export type HostileText = keyof typeof PIECES

export const HOSTILE_TEXTS = Object.keys(PIECES) as HostileText[]

const NOTE = '# PROVENANCE\n# ----\n'

/** A text of so many UTF-16 units below its note, of which only the labelled one has any. */
export function hostileText(name: HostileText, size: number): { note: string; text: string } {
  const piece = PIECES[name]
  const text = piece.repeat(Math.ceil(size / piece.length)).slice(0, size)
  return { note: name === 'labels of a note' ? NOTE : '', text }
}
