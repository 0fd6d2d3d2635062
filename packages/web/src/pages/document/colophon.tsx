import type { Document, Rendition } from '@vigil/contract/schemas'
import { usePageMargin } from '../../components/use-page-margin.ts'
import { useSay } from '../../i18n/use-say.ts'
import { shortName } from '../documents/parts/names.ts'
import styles from './colophon.module.css'

/** At the foot of the printed text: where it stands and which file it was read from. */
export function Colophon({ document, rendition }: { document: Document; rendition: Rendition }) {
  const say = useSay()
  const symbol = shortName(document) ?? say('documents.noTitle')
  const address = `${window.location.origin}/documents/${document.id}`
  usePageMargin('foot', [`${symbol} · ${address}`, `SHA-256 ${rendition.original.sha256}`])
  return (
    <footer className={styles['colophon']}>
      <p>{say('document.printed', { symbol, hash: rendition.original.sha256 })}</p>
      <p>{say('document.address', { address })}</p>
    </footer>
  )
}
