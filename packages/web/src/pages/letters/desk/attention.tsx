import type { Draft, DraftFlag } from '@vigil/core/letters'
import { Note } from '../../../components/note.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import { nameFact } from '../parts/name-fact.ts'
import styles from './desk.module.css'
import { focusBlock } from './focus.ts'

interface AttentionProps {
  readonly draft: Draft
  readonly onBlank: (path: string) => void
}

/** What is missing and what a person must look at, each leading to its place. */
export function Attention({ draft, onBlank }: AttentionProps) {
  const say = useSay()
  const { missing, flags } = draft
  const whole = flags.filter(({ block }) => block === null)
  return (
    <div className={styles['attention']}>
      <Note tone={missing.length > 0 ? 'pending' : 'verified'} isLive>
        <p>{say('draft.missing', { count: missing.length })}</p>
        <ul className={styles['missing']}>
          {missing.map((path) => (
            <li key={path}>
              <button type="button" className={styles['jump']} onClick={() => onBlank(path)}>
                {nameFact(path, say)}
              </button>
            </li>
          ))}
        </ul>
      </Note>
      {whole.map(({ code }) => (
        <Note key={code} tone={code === 'dates_out_of_order' ? 'overdue' : 'neutral'}>
          <p>{say(`draft.flag.${code}`)}</p>
        </Note>
      ))}
      <FlaggedBlocks flags={flags} />
    </div>
  )
}

/** The places with one flag each: how many, and the way to the first. */
function FlaggedBlocks({ flags }: { flags: readonly DraftFlag[] }) {
  const say = useSay()
  const codes = [...new Set(flags.flatMap(({ code, block }) => (block === null ? [] : [code])))]
  return codes.map((code) => {
    const blocks = flags.flatMap((flag) => (flag.code === code && flag.block ? [flag.block] : []))
    const [first] = blocks
    return (
      <Note key={code} tone="neutral">
        <p>
          {say(`draft.flag.${code}`)}{' '}
          {first !== undefined && (
            <button type="button" className={styles['jump']} onClick={() => focusBlock(first)}>
              {say('draft.flag.places', { count: blocks.length })}
            </button>
          )}
        </p>
      </Note>
    )
  })
}
