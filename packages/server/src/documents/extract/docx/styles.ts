import type { Refusal } from '../extracted.ts'
import { readXml } from './xml.ts'

/** What a paragraph style says about numbering. */
interface Style {
  basedOn: string | null
  list: string | null
  level: number | null
}

export type Styles = Map<string, Style>

/** Reads `styles.xml` as far as it numbers paragraphs. */
export function readStyles(part: Uint8Array | undefined): Styles | Refusal {
  const styles: Styles = new Map()
  if (!part) return styles
  let style: Style | null = null
  const refusal = readXml(part, {
    open: (name, { styleId, val = '' }) => {
      if (name === 'style')
        styles.set(styleId ?? '', (style = { basedOn: null, list: null, level: null }))
      else if (!style) return
      else if (name === 'basedOn') style.basedOn = val
      else if (name === 'numId') style.list = val
      else if (name === 'ilvl') style.level = Number(val)
    },
    close: (name) => name === 'style' && (style = null),
    text: () => undefined,
  })
  return refusal ?? styles
}

/** The list that a style puts its paragraphs into, inherited where it says nothing itself. */
export function listOfStyle(
  styles: Styles,
  id: string,
): { list: string; level: number | null } | null {
  let style = styles.get(id)
  for (let step = 0; style && step < 20; step += 1) {
    if (style.list !== null) return { list: style.list, level: style.level }
    style = styles.get(style.basedOn ?? '')
  }
  return null
}
