import type { Block, Draft, DraftPart } from '@vigil/core/letters'
import type { ComponentType } from 'react'
import { useSay } from '../../../i18n/use-say.ts'
import { Line } from './line.tsx'
import { Masthead } from './masthead.tsx'
import styles from './sheet.module.css'

/** What draws one block within its row. */
export interface RowProps {
  readonly block: Block
  /** Where given, blanks can be pressed: they lead to the field of the fact that is missing. */
  readonly onBlank: ((path: string, block: string) => void) | undefined
}

interface SheetProps {
  readonly onBlank?: RowProps['onBlank']
  readonly draft: Draft
  /** The words alone where it is not given. */
  readonly Row?: ComponentType<RowProps>
}

/** A draft as it will look on paper, each of its parts on a sheet of its own. */
export function Sheet({ draft, onBlank, Row = Line }: SheetProps) {
  return (
    <div className={styles['sheets']} lang={draft.language}>
      {draft.parts.map((part) => (
        <Part key={part.kind} part={part} draft={draft} onBlank={onBlank} Row={Row} />
      ))}
    </div>
  )
}

const IN_MASTHEAD: readonly Block['role'][] = ['symbol', 'organ', 'distribution']

interface PartProps {
  readonly draft: Draft
  readonly onBlank: RowProps['onBlank']
  readonly Row: ComponentType<RowProps>
  readonly part: DraftPart
}

function Part({ part, draft, onBlank, Row }: PartProps) {
  const say = useSay()
  const hasMasthead = part.blocks.some(({ role }) => role === 'organ')
  const below = part.blocks.filter(({ role }) => !hasMasthead || !IN_MASTHEAD.includes(role))
  return (
    <section className={styles['sheet']} aria-label={say(`draftPart.${part.kind}`)}>
      {hasMasthead && <Masthead blocks={part.blocks} language={draft.language} onBlank={onBlank} />}
      {below.map((block) => (
        <div key={block.id} className={styles['row']} data-block={block.id} data-role={block.role}>
          <Row block={block} onBlank={onBlank} />
        </div>
      ))}
    </section>
  )
}
