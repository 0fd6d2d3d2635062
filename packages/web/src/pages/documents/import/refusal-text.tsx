import type { Problem } from '@vigil/contract/schemas'
import { Link } from '@tanstack/react-router'
import { Button } from '../../../components/button.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import { importStore } from './import-store.ts'
import { LanguageField } from './language-field.tsx'
import { problemText } from '../parts/use-problem-text.ts'
import { isHeld, type QueuedFile, type Refusal } from './queue.ts'
import styles from './import-row.module.css'

interface RefusalTextProps {
  readonly item: QueuedFile
  readonly problem: Refusal
}

/** Why a file was not taken, in one sentence, and what to do now. */
export function RefusalText({ item, problem }: RefusalTextProps) {
  const say = useSay()
  if (!('title' in problem)) {
    return (
      <p className={styles['details']}>
        {say(`import.${problem.code}`)} {say(`import.${problem.code}.help`)}
      </p>
    )
  }
  return (
    <div className={styles['details']}>
      <p>{problemText(problem)}</p>
      {problem.code === 'document.languageUnknown' && <SayLanguage item={item} />}
      {isHeld(problem) && <Held item={item} problem={problem} />}
    </div>
  )
}

function Held({ item, problem }: { item: QueuedFile; problem: Problem }) {
  const say = useSay()
  return (
    <p className={styles['choices']}>
      {problem.documentId !== undefined && (
        <Link
          to="/documents/$documentId/{-$eid}"
          params={{ documentId: problem.documentId, eid: undefined }}
        >
          {say('import.open.held')}
        </Link>
      )}
      {problem.code === 'document.held' && (
        <Button
          kind="secondary"
          size="s"
          onPress={() => importStore.again(item.id, { whenHeld: 'newVersion' })}
        >
          {say('import.newVersion')}
        </Button>
      )}
    </p>
  )
}

function SayLanguage({ item }: { item: QueuedFile }) {
  return (
    <div className={styles['choices']}>
      <LanguageField
        value={item.facts.language}
        onChange={(language) =>
          language && importStore.again(item.id, { facts: { ...item.facts, language } })
        }
      />
    </div>
  )
}
