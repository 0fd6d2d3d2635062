import {
  AlignmentType,
  BorderStyle,
  type IParagraphStyleOptions,
  type IRunStylePropertiesOptions,
  type IStylesOptions,
  LineRuleType,
  ShadingType,
} from 'docx'
import type { DraftLanguage } from '@vigil/core/letters'
import { INSET, STEP } from './measures.ts'

/** Spell checkers ask for a country, too. */
const TAGS = { en: 'en-GB', fr: 'fr-FR' } as const satisfies Record<DraftLanguage, string>

const INSIDE = { left: INSET, right: INSET }
const RIGHT_HALF = { left: INSET + 3600 }
const LEFT = AlignmentType.LEFT
/** A line of 12 points, `before` and `after` in twips. */
const spaced = (before: number, after: number) => ({
  line: 240,
  lineRule: LineRuleType.EXACT,
  before,
  after,
})

/** The styles of a letter, by the names a person sees in Word's list of styles. */
const STYLES = [
  named('Organisation', { alignment: LEFT }, { size: 28 }),
  named('Symbol', { alignment: AlignmentType.RIGHT }, { size: 28 }),
  named('Organ', { alignment: LEFT, spacing: { before: 200 } }, { size: 40, bold: true }),
  named('Distribution', { alignment: LEFT, spacing: spaced(0, 0) }),
  named('Recipient', { alignment: LEFT, indent: INSIDE, spacing: spaced(0, 0) }),
  named('Note', { alignment: LEFT, indent: INSIDE, spacing: spaced(0, 120) }),
  named('Text', { indent: { ...INSIDE, firstLine: STEP }, spacing: spaced(0, 120) }),
  ...[1, 2, 3, 4].map((level) => named(`Point ${level}`, point(level))),
  named('Item', {
    indent: { left: INSET + STEP, hanging: STEP, right: INSET },
    spacing: spaced(0, 120),
  }),
  named('Signature', {
    alignment: LEFT,
    indent: RIGHT_HALF,
    spacing: spaced(360, 0),
    keepNext: true,
  }),
  named('Office', { alignment: LEFT, indent: RIGHT_HALF, spacing: spaced(0, 0) }),
]

/** The id of a style by its name; ids have no blanks. */
export function styleId(name: string): string {
  return name.replaceAll(' ', '')
}

function named(
  name: string,
  paragraph: NonNullable<IParagraphStyleOptions['paragraph']>,
  run: IRunStylePropertiesOptions = {},
): IParagraphStyleOptions {
  return { id: styleId(name), name, basedOn: 'Normal', quickFormat: true, paragraph, run }
}

function point(level: number) {
  return {
    indent: { ...INSIDE, firstLine: STEP * level },
    tabStops: [{ type: 'left' as const, position: INSET + STEP * (level + 1) }],
    spacing: spaced(0, 120),
  }
}

const heading = (size: number) => ({
  basedOn: 'Normal',
  run: { size, bold: true, color: 'auto' },
  paragraph: {
    alignment: LEFT,
    indent: INSIDE,
    spacing: { before: 240, after: 240 },
    keepNext: true,
  },
})

/** A missing fact must be seen on a screen and on a grey print: a frame as well as a colour. */
const BLANK = {
  id: 'Blank',
  name: 'Blank',
  run: {
    border: { style: BorderStyle.SINGLE, size: 6, space: 0, color: '000000' },
    shading: { type: ShadingType.CLEAR, fill: 'FFF2A8', color: 'auto' },
  },
}

/** All styles of a letter in this language. */
export function letterStyles(language: DraftLanguage): IStylesOptions {
  return {
    default: {
      document: {
        run: {
          font: 'Times New Roman',
          size: 20,
          language: { value: TAGS[language], bidirectional: 'ar-SA' },
        },
        paragraph: { alignment: AlignmentType.BOTH },
      },
      heading1: heading(24),
      heading2: heading(20),
      hyperlink: { run: { color: '1D4F91' } },
    },
    paragraphStyles: STYLES,
    characterStyles: [BLANK],
  }
}
