import { z } from 'zod'
import { f1, FIELDS, type Comparison, type Count, type Difference } from './compare.ts'

/** Why the program does not follow the annotation, one reason for each difference. */
export const Reasons = z.array(
  z.strictObject({ eid: z.string(), field: z.enum(FIELDS), reason: z.string().min(20) }),
)
export type Reasons = z.infer<typeof Reasons>

/** The comparison as a page: figures, then every difference with its reason. */
export function reportOf(comparison: Comparison, reasons: Reasons): string {
  const { differences, annotated, directives } = comparison
  const same = (field: Difference['field'], of: number) =>
    `${of - differences.filter((one) => one.field === field).length} of ${of}`
  return [
    '# The conclusions on Mali, clause by clause',
    'What the program reads in S/AC.51/2023/3 (raw text of the PDF), laid beside the annotation of one careful reader (`mali_2023_directed_actions.csv`). This page is written by the test `packages/core/test/documents/clauses/annotated.test.ts` (update it with `-u`); the reasons stand in `annotated/reasons.json` beside it. The annotation has not been confirmed by a second reader.',
    '## Figures',
    [
      `- clauses: ${comparison.read.length}, annotated ${annotated.length}`,
      `- boundaries the same: ${same('boundaries', annotated.length)}`,
      ...(['kind', 'class', 'strength', 'verb', 'continuing', 'urgent'] as const).map(
        (field) => `- ${field} the same: ${same(field, annotated.length)}`,
      ),
      `- addressees of directives the same: ${same('addressees', directives)}`,
      `- violations: F1 ${f1(comparison.violations).toFixed(3)}`,
      `- themes: F1 ${f1(comparison.themes).toFixed(3)}`,
    ].join('\n'),
    '## Codes',
    'How often a code is in both, only in what the program reads, only in the annotation.',
    [...comparison.violations, ...comparison.themes].map(lineOf).join('\n'),
    '## Every difference',
    differences.map((one) => differenceLine(one, reasons)).join('\n'),
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n')
}

function lineOf({ code, both, read, annotated }: Count): string {
  return `- ${code}: ${both}, ${read}, ${annotated}`
}

function differenceLine({ eid, field, annotation, reader }: Difference, reasons: Reasons): string {
  const reason =
    reasons.find((one) => one.eid === eid && one.field === field)?.reason ?? 'no reason'
  return `- \`${eid}\`, ${field}: annotation “${annotation}”, program “${reader}”. ${reason}`
}
