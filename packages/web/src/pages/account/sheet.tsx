import type { Account, SheetMade } from '@vigil/contract/schemas'
import { Button } from '../../components/button.tsx'
import { Note } from '../../components/note.tsx'
import { Page } from '../../components/page.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { useFormats } from '../documents/parts/use-formats.ts'
import { PaperCheckpoint } from '../log/paper/paper-checkpoint.tsx'
import styles from './sheet.module.css'

interface SheetProps {
  readonly sheet: SheetMade
  readonly account: Account
  readonly onDone: () => void
}

/** The sheet as it is printed. Its codes are shown here and never again. */
export function Sheet({ sheet, account, onDone }: SheetProps) {
  const say = useSay()
  const { formatDay } = useFormats()
  return (
    <Page
      title={say('sheet.title')}
      meta={[
        <bdi key="name">{account.name}</bdi>,
        say('account.signsInAs', { name: account.signInName }),
        say('sheet.made', { day: formatDay(sheet.madeAt) }),
      ]}
      lead={say('sheet.lead')}
      actions={
        <>
          <Button kind="primary" icon="printer" onPress={() => window.print()}>
            {say('sheet.print')}
          </Button>
          <Button onPress={onDone}>{say('sheet.done')}</Button>
        </>
      }
    >
      <div className={styles['screen']}>
        <Note tone="pending">{say('sheet.once')}</Note>
      </div>
      <ol className={styles['codes']} aria-label={say('sheet.codes')}>
        {sheet.codes.map((code) => (
          <li key={code}>
            <code className={styles['code']}>{code}</code>
          </li>
        ))}
      </ol>
      <p className={styles['words']}>{say('sheet.how')}</p>
      <PaperCheckpoint checkpoint={sheet.checkpoint} />
    </Page>
  )
}
