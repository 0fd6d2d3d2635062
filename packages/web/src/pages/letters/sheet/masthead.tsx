import type { Block, BlockRole, DraftLanguage } from '@vigil/core/letters'
import { use } from 'react'
import { loadCatalogue } from '../../../i18n/catalogues.ts'
import { Runs } from './line.tsx'
import styles from './sheet.module.css'

interface MastheadProps {
  readonly blocks: readonly Block[]
  readonly language: DraftLanguage
  readonly onBlank: ((path: string, block: string) => void) | undefined
}

/** United Nations, symbol, organ and distribution, as on a document of the Council. */
export function Masthead({ blocks, language, onBlank }: MastheadProps) {
  // In the letter's language, whatever language the page is in.
  const words = use(loadCatalogue('documents', language))
  const linesOf = (role: BlockRole) =>
    blocks
      .filter((block) => block.role === role)
      .map((block) => (
        <p key={block.id} data-block={block.id}>
          <Runs block={block} onBlank={onBlank} />
        </p>
      ))
  return (
    <header className={styles['masthead']}>
      <div className={styles['top']}>
        <p>{words['letter.organisation']}</p>
        {linesOf('symbol')}
      </div>
      <div className={styles['bottom']}>
        <div className={styles['organ']}>{linesOf('organ')}</div>
        <div className={styles['distribution']}>{linesOf('distribution')}</div>
      </div>
    </header>
  )
}
