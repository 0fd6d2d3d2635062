import type { LetterBasis } from '../../basis.ts'

/** Where a Word file keeps data of its own; word processors carry it along with its properties only. */
export const CARRIED = {
  item: 'customXml/item1.xml',
  properties: 'customXml/itemProps1.xml',
  propertiesType: 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml',
} as const

/** Namespace and name of the element that carries the basis of a letter. */
const NAMESPACE = 'urn:vigil:letter-basis:1'

/** Word tells the data of a file apart by such a number; there is only one of ours in a file. */
const ITEM = '{1612D0C5-0000-4000-8000-000000000001}'

/** What XML gives a meaning, and what not every XML may hold. */
const UNSAFE = /[<>&]|[^\t\n\r -~]/g

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
const OFFICE = 'http://schemas.openxmlformats.org'

/**
 * The parts of a Word file that carry a basis: its JSON as the text of one element, with everything
 * that XML might mind written as `\u003c`.
 */
export function carry(basis: LetterBasis): { path: string; data: string }[] {
  const json = JSON.stringify(basis).replaceAll(UNSAFE, escapeUnit)
  const schema = `<ds:schemaRefs><ds:schemaRef ds:uri="${NAMESPACE}"/></ds:schemaRefs>`
  const attributes = `ds:itemID="${ITEM}" xmlns:ds="${OFFICE}/officeDocument/2006/customXml"`
  const relation = `<Relationship Id="rId1" Type="${OFFICE}/officeDocument/2006/relationships/customXmlProps" Target="itemProps1.xml"/>`
  return [
    { path: CARRIED.item, data: `${HEAD}<basis xmlns="${NAMESPACE}">${json}</basis>` },
    {
      path: CARRIED.properties,
      data: `${HEAD}<ds:datastoreItem ${attributes}>${schema}</ds:datastoreItem>`,
    },
    {
      path: 'customXml/_rels/item1.xml.rels',
      data: `${HEAD}<Relationships xmlns="${OFFICE}/package/2006/relationships">${relation}</Relationships>`,
    },
  ]
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
}
