import type { Paragraph } from '@vigil/core/documents'
import type { Say } from '../../../i18n/use-say.ts'

/** What to call a paragraph in a sentence: “paragraph 7 (a)”, or its heading. */
export function nameParagraph({ kind, label, text }: Paragraph, say: Say): string {
  if (label !== null) return say('document.paragraph.numbered', { label })
  if (kind === 'heading' || kind === 'annex') return say('document.paragraph.heading', { text })
  return say('document.paragraph.unnumbered')
}
