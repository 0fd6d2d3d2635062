import { crc32, deflateRawSync } from 'node:zlib'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ProblemCode } from '@vigil/contract/problems'

const FIXTURES = join(import.meta.dirname, '../fixtures/documents')
const MEGABYTE = 1024 * 1024

/** A file that must be refused, with the reason that must be given. */
export interface BadFile {
  readonly what: string
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly code: ProblemCode
}

/** Grouped by the reason of the refusal: what it is, the name it comes under, what is in it. */
function table(): Partial<Record<ProblemCode, readonly (readonly [string, string, Buffer])[]>> {
  const printed = readFixture('letter-chromium.pdf')
  const word = readFixture('letter-libreoffice.docx')
  const bomb = zip([['word/document.xml', Buffer.alloc(300 * MEGABYTE, 'a')]])
  return {
    'file.empty': [
      ['an empty file', 'a.txt', Buffer.alloc(0)],
      ['nothing but blanks', 'a.txt', text(' \n\t\n \u{a0}')],
      ['HTML of scripts alone', 'a.html', text('<!doctype html><script>alert(1)</script>')],
    ],
    'file.tooLarge': [['more than 50 MB', 'a.txt', Buffer.alloc(50 * MEGABYTE + 1, 'a ')]],
    'file.tooLong': [['a text of 15 MB', 'a.txt', Buffer.alloc(15 * MEGABYTE, 'words ')]],
    'file.wrongEncoding': [
      ['broken UTF-8', 'a.txt', hex('c3a9c3a9c32820e28099e28220c3a9')],
      ['UTF-16 without its mark', 'a.txt', Buffer.from('The Council, recalling', 'utf16le')],
    ],
    'file.unknownType': [
      ['a program', 'a.txt', Buffer.concat([text('\u{7f}ELF'), Buffer.alloc(400)])],
      ['a picture', 'a.png', hex('89504e470d0a1a0a0000000d49484452')],
      ['a picture that calls itself PDF', 'a.pdf', hex('89504e470d0a1a0a0000000d49484452')],
      ['a ZIP that is no DOCX', 'a.docx', zip([['readme.txt', text('hello')]])],
      ['an old Word file', 'a.doc', Buffer.concat([hex('d0cf11e0a1b11ae1'), Buffer.alloc(1000)])],
    ],
    'file.damaged': [
      ['text that calls itself PDF', 'a.pdf', text('The Security Council,')],
      ['the first quarter of a PDF', 'a.pdf', printed.subarray(0, printed.length / 4)],
      ['the head of a PDF', 'a.pdf', text('%PDF-1.7\n')],
      ['half a DOCX', 'a.docx', word.subarray(0, word.length / 2)],
    ],
    'file.encrypted': [['a PDF with a password', 'a.pdf', readFixture('encrypted.pdf')]],
    'file.noText': [['a PDF of pictures', 'a.pdf', readFixture('scan.pdf')]],
    'file.bomb': [['a DOCX that unpacks to 300 MB', 'a.docx', bomb]],
    'document.languageUnknown': [['a text in no language', 'a.txt', text('12 34 56\n\n78 90')]],
  }
}

export function listBadFiles(): BadFile[] {
  return Object.entries(table()).flatMap(([code, files]) =>
    files.map(([what, name, bytes]) => {
      return { what, name, bytes: new Uint8Array(bytes), code: code as ProblemCode }
    }),
  )
}

function hex(digits: string): Buffer {
  return Buffer.from(digits, 'hex')
}

function text(content: string): Buffer {
  return Buffer.from(content)
}

function readFixture(name: string): Buffer {
  return readFileSync(join(FIXTURES, name))
}

/** A ZIP archive, made by hand so that it may hold what no program would write. */
function zip(entries: readonly (readonly [name: string, content: Buffer])[]): Buffer {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [name, content] of entries) {
    const packed = deflateRawSync(content)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(content), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(content.length, 18)
    common.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u{3}\u{4}'), common, Buffer.from(name), packed])
    const where = Buffer.alloc(14)
    where.writeUInt32LE(offset, 10)
    const version = Buffer.from([20, 0])
    central.push(
      Buffer.concat([Buffer.from('PK\u{1}\u{2}'), version, common, where, Buffer.from(name)]),
    )
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...locals, directory, Buffer.from('PK\u{5}\u{6}'), end])
}
