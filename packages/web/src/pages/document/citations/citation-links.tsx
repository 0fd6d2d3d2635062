import type { RenditionAnnotation } from '@vigil/contract/schemas'
import { type Citation, stableAddress } from '@vigil/core/documents'
import { Link } from '@tanstack/react-router'
import { useSay } from '../../../i18n/use-say.ts'
import styles from './citations.module.css'

interface CitationLinksProps {
  readonly citations: readonly Citation[]
  /** Documents held here among those cited. */
  readonly held: RenditionAnnotation['held']
}

/** The words of citations, each with where they lead: to a document held here, else to its stable address. */
export function CitationLinks({ citations, held }: CitationLinksProps) {
  return (
    <ul className={styles['citations']}>
      {citations.map((citation) => (
        <li key={citation.at}>
          <Words citation={citation} held={held} />
          <Doubt citation={citation} />
        </li>
      ))}
    </ul>
  )
}

function Words({ citation, held }: { citation: Citation; held: CitationLinksProps['held'] }) {
  const { words, symbol } = citation
  if (symbol === null) return <span>{words}</span>
  return <SymbolLink symbol={symbol} held={held} words={words} />
}

interface SymbolLinkProps {
  readonly symbol: string
  readonly words: string
  readonly held: CitationLinksProps['held']
}

/** Opens the document here where it is held; else its stable address, which nothing here fetches. */
export function SymbolLink({ symbol, words, held }: SymbolLinkProps) {
  const here = held.find((one) => one.symbol === symbol)
  return here ? (
    <Link
      to="/documents/$documentId/{-$eid}"
      params={{ documentId: here.documentId, eid: undefined }}
    >
      <bdi>{words}</bdi>
    </Link>
  ) : (
    <a href={stableAddress(symbol)} rel="noreferrer" target="_blank">
      <bdi>{words}</bdi>
    </a>
  )
}

function Doubt({ citation: { state, candidates, doubt } }: { citation: Citation }) {
  const say = useSay()
  if (state === 'ambiguous') {
    return <span> · {say('citation.ambiguous', { candidates: candidates.join(', ') })}</span>
  }
  if (state === 'unresolved') return <span> · {say('citation.unresolved')}</span>
  return doubt === null ? null : <span> · {say(`citation.doubt.${doubt}`)}</span>
}
