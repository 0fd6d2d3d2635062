import type { Paragraph } from '@vigil/core/documents'
import type { Rendition } from '@vigil/contract/schemas'
import { useMemo } from 'react'
import { useSay } from '../../../i18n/use-say.ts'
import { directionOf } from '../../documents/parts/names.ts'
import { hitsByParagraph, type Hit } from '../view/find.ts'
import { ParagraphView } from './paragraph.tsx'
import styles from './reader.module.css'

interface ReaderTextProps {
  readonly rendition: Rendition
  readonly targetEid: string | undefined
  readonly hits: readonly Hit[]
  readonly currentHit: number | null
  readonly onCopy: (paragraph: Paragraph) => void
}

/** The text of a rendition in a book face, every paragraph with an address of its own. */
export function ReaderText({ rendition, targetEid, hits, currentHit, onCopy }: ReaderTextProps) {
  const say = useSay()
  const { language, paragraphList } = rendition
  const marked = useMemo(() => hitsByParagraph(hits), [hits])
  return (
    <article
      className={styles['text']}
      data-text={language}
      lang={language}
      dir={directionOf(language)}
      aria-label={say('document.text')}
    >
      {paragraphList.length === 0 && <p>{say('document.empty')}</p>}
      {paragraphList.map((paragraph) => (
        <ParagraphView
          key={paragraph.eid}
          paragraph={paragraph}
          language={language}
          hits={marked.get(paragraph.eid)}
          currentHit={currentIn(marked.get(paragraph.eid), currentHit)}
          isTarget={paragraph.eid === targetEid}
          onCopy={onCopy}
        />
      ))}
    </article>
  )
}

function currentIn(hits: readonly Hit[] | undefined, current: number | null): number | null {
  return hits?.some(({ mark }) => mark === current) === true ? current : null
}
