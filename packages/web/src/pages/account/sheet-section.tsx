import type { OwnFactors, SheetMade } from '@vigil/contract/schemas'
import { Button } from '../../components/button.tsx'
import { Section } from '../../components/section.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { useFormats } from '../documents/parts/use-formats.ts'
import { Refusal } from '../sign-in/refusal.tsx'
import { Entries, Entry } from './entries.tsx'
import { useMakeSheet } from './queries.ts'
import styles from './account.module.css'

interface SheetSectionProps extends Pick<OwnFactors, 'sheet'> {
  readonly onMade: (sheet: SheetMade) => void
}

/** The sheet of codes that lies sealed somewhere safe. */
export function SheetSection({ sheet, onMade }: SheetSectionProps) {
  const say = useSay()
  const { formatDay } = useFormats()
  const { mutate, error, isPending } = useMakeSheet()
  return (
    <Section title={say('sheet.title')}>
      <p className={styles['words']}>{say('sheet.words')}</p>
      {sheet && (
        <Entries label={say('sheet.title')}>
          <Entry
            name={say('sheet.left', { left: sheet.left, of: sheet.of })}
            facts={[say('sheet.made', { day: formatDay(sheet.madeAt) })]}
          />
        </Entries>
      )}
      {error && <Refusal error={error} />}
      <div className={styles['tools']}>
        <Button
          icon="printer"
          isPending={isPending}
          onPress={() => mutate(undefined, { onSuccess: onMade })}
        >
          {say(sheet ? 'sheet.replace' : 'sheet.make')}
        </Button>
      </div>
    </Section>
  )
}
