import type { RenditionAnnotation } from '@vigil/contract/schemas'
import { type Citation, stableAddress } from '@vigil/core/documents'
import { Link } from '@tanstack/react-router'
import { useSay } from '../../../i18n/use-say.ts'
import styles from './citations.module.css'

/** Documents held here among those cited. */
type Held = RenditionAnnotation['held']

interface CitationLinksProps {
  readonly citations: readonly Citation[]
  readonly held: Held
}

/** The words of citations, each with where they lead: to a document held here, else to its stable address. */
export function CitationLinks({ citations, held }: CitationLinksProps) {
  return (
    <ul className={styles['citations']}>
      {citations.map((citation) => (
        <li key={citation.at}>
          <Words citation={citation} held={held} /> <Doubt citation={citation} held={held} />
        </li>
      ))}
    </ul>
  )
}

function Words({ citation, held }: { citation: Citation; held: Held }) {
  const { words, symbol } = citation
  if (symbol === null) return <span>{words}</span>
  return <SymbolLink symbol={symbol} held={held} words={words} />
}

interface SymbolLinkProps {
  readonly symbol: string
  readonly words: string
  readonly held: Held
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

/** Why a citation should be looked at, with every document that may be meant. */
export function Doubt({ citation, held }: { citation: Citation; held: Held }) {
  const say = useSay()
  const { state, candidates, doubt } = citation
  if (state === 'ambiguous') {
    return (
      <span className={styles['doubt']}>
        {say('citation.mayBe')}{' '}
        {candidates.map((symbol) => (
          <SymbolLink key={symbol} symbol={symbol} words={symbol} held={held} />
        ))}
      </span>
    )
  }
  if (state === 'unresolved') {
    return <span className={styles['doubt']}>{say('citation.unresolved')}</span>
  }
  if (doubt === null) return null
  return <span className={styles['doubt']}>{say(`citation.doubt.${doubt}`)}</span>
}
