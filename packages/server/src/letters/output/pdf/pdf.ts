import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Draft } from '@vigil/core/letters'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { toSheet } from '../sheet.ts'

/** A printed letter, or the characters no typeface of ours has. */
export type Printed =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly characters: readonly string[] }

const require = createRequire(import.meta.url)
const TEMPLATE = readFileSync(join(import.meta.dirname, 'letter.typ'), 'utf8')

/**
 * As wide as the Times that the United Nations use, and Arabic beside it. Typst brings others for
 * what is left.
 */
const TYPEFACES = [
  ['@expo-google-fonts/tinos', '400Regular/Tinos_400Regular.ttf'],
  ['@expo-google-fonts/tinos', '400Regular_Italic/Tinos_400Regular_Italic.ttf'],
  ['@expo-google-fonts/tinos', '700Bold/Tinos_700Bold.ttf'],
  ['@expo-google-fonts/noto-naskh-arabic', '400Regular/NotoNaskhArabic_400Regular.ttf'],
  ['@expo-google-fonts/noto-naskh-arabic', '700Bold/NotoNaskhArabic_700Bold.ttf'],
] as const

let compiler: NodeCompiler | null = null

/**
 * Prints a draft as PDF/UA-1: tagged, typefaces embedded, the same draft always the same bytes. Takes
 * some milliseconds. Refuses a draft with characters that no typeface at hand can draw.
 */
export function printPdf(draft: Draft): Printed {
  compiler ??= createCompiler()
  const inputs = { sheet: JSON.stringify(toSheet(draft)) }
  try {
    const bytes = compiler.pdf({ mainFileContent: TEMPLATE, inputs }, { pdfStandard: 'ua-1' })
    // Typst keeps what it set before, of every letter, until it is told to forget.
    compiler.evictCache(10)
    return { ok: true, bytes }
  } catch (error) {
    const characters = findUndrawn(error)
    if (characters.length === 0) throw error
    return { ok: false, characters }
  }
}

/** Typst looks through all typefaces of a machine when it starts, unless it is told of an empty place. */
function createCompiler(): NodeCompiler {
  const before = process.env['FONTCONFIG_FILE']
  process.env['FONTCONFIG_FILE'] = join(import.meta.dirname, 'fonts.conf')
  try {
    return NodeCompiler.create({ fontArgs: [{ fontBlobs: TYPEFACES.map(readTypeface) }] })
  } finally {
    if (before === undefined) delete process.env['FONTCONFIG_FILE']
    else process.env['FONTCONFIG_FILE'] = before
  }
}

function readTypeface([name, file]: (typeof TYPEFACES)[number]): Buffer {
  return readFileSync(join(dirname(require.resolve(`${name}/package.json`)), file))
}

/** Typst names every character it could not draw, in the words of its message. */
const UNDRAWN = /the text `\\?"([^`]+?)\\?"` could not be displayed/gu
/** How it writes one that cannot be shown: `\u{378}`. */
const NUMBERED = /\\+u\{([0-9a-f]{1,6})\}/gi

function findUndrawn(error: unknown): string[] {
  const words = error instanceof Error && 'code' in error ? String(error.code) : ''
  const characters = [...words.matchAll(UNDRAWN)].map(([, character = '']) =>
    character.replace(NUMBERED, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    ),
  )
  return [...new Set(characters)]
}
