import type { Paragraph } from '@vigil/core/documents'
import { useKeys } from '../../../components/use-keys.ts'
import type { DocumentPlace } from '../use-document-place.ts'
import { paragraphBeside } from './places.ts'

/** J and K from paragraph to paragraph, F to find, C to copy the address of where one is. */
export function useReadingKeys(paragraphs: readonly Paragraph[], place: DocumentPlace): void {
  const { eid, goTo, change, copyAddress } = place
  const go = (by: 1 | -1) => {
    const next = paragraphBeside(paragraphs, eid, by)
    if (next) goTo(next.eid)
  }
  useKeys([
    { key: 'j', label: 'document.keys.next', run: () => go(1) },
    { key: 'k', label: 'document.keys.previous', run: () => go(-1) },
    {
      key: 'f',
      label: 'document.keys.find',
      run: () => document.getElementById('find-in-document')?.focus(),
    },
    {
      key: 'c',
      label: 'document.keys.copy',
      run: () => {
        const here = paragraphs.find((paragraph) => paragraph.eid === eid)
        if (here) copyAddress(here)
      },
    },
    { key: 'o', label: 'document.keys.compare', run: () => change({ view: 'compare' }) },
  ])
}
