import { useState } from 'react'
import { flushSync } from 'react-dom'
import { NO_RECIPIENT } from './fact-form.ts'
import { focusBlock, focusFact } from './focus.ts'
import type { Desk } from './use-desk.ts'

/** How blanks are filled: by their field, or where there is none, by words of one's own. */
export interface Blanks {
  /** The block that is being edited. */
  readonly edited: string | null
  readonly edit: (block: string | null) => void
  readonly open: (path: string, block?: string) => void
}

/** Leads from a blank to the field of its fact; a letter to nobody yet gets its first recipient. */
export function useBlanks({ setForm }: Desk): Blanks {
  const [edited, edit] = useState<string | null>(null)
  const open = (path: string, block?: string) => {
    if (path === 'recipients') {
      // The field must be there before it can have the focus.
      flushSync(() =>
        setForm((now) =>
          now.recipients.length > 0 ? now : { ...now, recipients: [NO_RECIPIENT] },
        ),
      )
      focusFact('recipients.0.name')
    } else if (!focusFact(path)) {
      if (block === undefined) focusBlank(path)
      else edit(block)
    }
  }
  return { edited, edit, open }
}

/** A fact that the form does not ask for stands in the words themselves. */
function focusBlank(path: string): void {
  const blank = document.querySelector(`[data-blank="${CSS.escape(path)}"]`)
  const block = blank?.closest<HTMLElement>('[data-block]')?.dataset['block']
  if (block !== undefined) focusBlock(block)
}
