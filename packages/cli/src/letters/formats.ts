import { rename, rm, writeFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { LetterFormat } from '@vigil/contract/schemas'
import type { Draft, LetterChoices, LetterFacts } from '@vigil/core/letters'
import { sayProblem } from '../documents/problem.ts'
import type { Context } from '../frame/context.ts'
import type { Conclusions } from './conclusions.ts'

/** The format asked for, else the one the output's ending names, else text. */
export function chooseFormat(
  format: LetterFormat | undefined,
  output: string | undefined,
): LetterFormat {
  const ending = extname(output ?? '')
    .slice(1)
    .toLowerCase()
  return format ?? LetterFormat.safeParse(ending).data ?? 'txt'
}

/** A draft and what it was made from. */
export interface Drafted {
  readonly draft: Draft
  readonly conclusions: Conclusions
  readonly facts: LetterFacts
  readonly choices: LetterChoices
}

/** A draft in one of the formats; refuses a PDF with characters that cannot be drawn. */
export async function formatDraft(
  { draft, conclusions, facts, choices }: Drafted,
  format: LetterFormat,
  context: Context,
): Promise<string | Uint8Array> {
  switch (format) {
    case 'txt':
      return (await import('@vigil/core/letters')).renderText(draft)
    case 'json':
      return `${JSON.stringify(draft, null, 2)}\n`
    case 'docx': {
      const { printDocx } = await import('@vigil/server/letters/output/docx/docx.ts')
      return printDocx(draft, { conclusions: conclusions.sha256, facts, choices })
    }
    case 'pdf': {
      const { printPdf } = await import('@vigil/server/letters/output/pdf/pdf.ts')
      const printed = printPdf(draft)
      if (printed.ok) return printed.bytes
      const characters = printed.characters.join(' ')
      const problem = {
        name: conclusions.name,
        code: 'letter.noTypeface',
        values: { characters },
      } as const
      return context.refuse(sayProblem(context, problem))
    }
  }
}

/** Writes a file whole or not at all: under another name first. */
export async function writeWhole(
  path: string,
  content: string | Uint8Array,
  context: Context,
): Promise<void> {
  const aside = `${path}.${process.pid}.partial`
  try {
    await writeFile(aside, content)
    await rename(aside, path)
  } catch (error) {
    await rm(aside, { force: true })
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    context.refuse(context.say('letter.notWritten', { path, code }))
  }
}
