import { stableAddress } from '@vigil/core/documents'
import type { Block, Run } from '@vigil/core/letters'
import { classNames } from '../../../components/class-names.ts'
import { useSay } from '../../../i18n/use-say.ts'
import styles from './sheet.module.css'

interface LineProps {
  readonly block: Block
  readonly onBlank: ((path: string, block: string) => void) | undefined
}

/** One paragraph of a draft, set as its role asks. */
export function Line({ block, onBlank }: LineProps) {
  const { role, level, marker } = block
  const Tag = role === 'title' ? 'h2' : role === 'heading' ? 'h3' : 'p'
  return (
    <Tag className={classNames(styles['line'], styles[role])} data-level={level}>
      {marker !== null && <span className={styles['marker']}>{marker} </span>}
      <Runs block={block} onBlank={onBlank} />
    </Tag>
  )
}

/** The words of a block: surnames strong, blanks as boxes, “(Signed)” slanted, citations as links. */
export function Runs({ block, onBlank }: LineProps) {
  return block.runs.map((run, index) => {
    const isBlank = run.blank !== null
    if (isBlank) return <Blank key={index} run={run} block={block} onBlank={onBlank} />
    if (run.symbol !== null) return <Cited key={index} words={run.text} symbol={run.symbol} />
    if (run.strong) return <strong key={index}>{run.text}</strong>
    if (index === 0 && block.role === 'signature') return <Signed key={index} text={run.text} />
    return <span key={index}>{run.text}</span>
  })
}

/** Leads to the stable address, as in the files; nothing here fetches it. */
function Cited({ words, symbol }: { words: string; symbol: string }) {
  return (
    <a href={stableAddress(symbol)} rel="noreferrer" target="_blank">
      {words}
    </a>
  )
}

interface BlankProps extends LineProps {
  readonly run: Run
}

function Blank({ run: { text, blank }, block, onBlank }: BlankProps) {
  const say = useSay()
  if (onBlank === undefined || blank === null) {
    return (
      <span className={styles['blank']} data-blank={blank ?? undefined}>
        {text}
      </span>
    )
  }
  return (
    <button
      type="button"
      className={styles['blank']}
      data-blank={blank}
      title={say('draft.blank.enter')}
      onClick={() => onBlank(blank, block.id)}
    >
      {text}
    </button>
  )
}

function Signed({ text }: { text: string }) {
  const signed = /^\([^)]*\)/.exec(text)?.[0] ?? ''
  return (
    <>
      <i>{signed}</i>
      {text.slice(signed.length)}
    </>
  )
}
