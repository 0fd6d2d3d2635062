import { createContext, use, useMemo } from 'react'
import { flushSync } from 'react-dom'
import type { Draft, LetterChoices } from '@vigil/core/letters'
import type { Conclusions } from '../parts/clause-links.tsx'
import { Line } from '../sheet/line.tsx'
import { type RowProps, Sheet } from '../sheet/sheet.tsx'
import { Beside } from './beside.tsx'
import { BlockEditor } from './block-editor.tsx'
import { withWords } from './choices.ts'
import { focusPen } from './focus.ts'
import type { Blanks } from './use-blanks.ts'
import type { Change } from './use-desk.ts'

/** What every row of the sheet works with. */
interface Tools {
  readonly conclusions: Conclusions
  /** Null where this reader may not change anything. */
  readonly onChoices: Change<LetterChoices> | null
  readonly edited: string | null
  readonly edit: Blanks['edit']
}

const ToolsContext = createContext<Tools | null>(null)

interface DraftSheetProps extends Pick<Tools, 'conclusions' | 'onChoices'> {
  readonly draft: Draft
  readonly blanks: Blanks
}

/** The letter on its sheet, where blanks are filled, sentences edited and wordings chosen. */
export function DraftSheet({ draft, conclusions, onChoices, blanks }: DraftSheetProps) {
  const { edited, edit, open } = blanks
  const tools = useMemo(
    () => ({ conclusions, onChoices, edited, edit }),
    [conclusions, onChoices, edited, edit],
  )
  return (
    <ToolsContext value={tools}>
      <Sheet draft={draft} onBlank={onChoices === null ? undefined : open} Row={DraftRow} />
    </ToolsContext>
  )
}

function DraftRow({ block, onBlank }: RowProps) {
  const tools = use(ToolsContext)
  if (tools === null) return <Line block={block} onBlank={onBlank} />
  const { conclusions, onChoices, edited, edit } = tools
  const close = () => {
    flushSync(() => edit(null))
    focusPen(block.id)
  }
  return (
    <>
      {onChoices !== null && block.id === edited ? (
        <BlockEditor
          block={block}
          onCancel={close}
          onWords={(words) => {
            onChoices((now) => withWords(now, block.id, words === block.edited ? null : words))
            close()
          }}
        />
      ) : (
        <Line block={block} onBlank={onBlank} />
      )}
      <Beside
        block={block}
        conclusions={conclusions}
        editing={onChoices && { onChoices, onEdit: () => edit(block.id) }}
      />
    </>
  )
}
