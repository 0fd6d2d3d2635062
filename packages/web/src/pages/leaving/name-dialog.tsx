import { type Naming, SignInName } from '@vigil/contract/schemas'
import { useState } from 'react'
import { TextField } from '../../components/text-field.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { FormDialog } from '../task-force/form-dialog.tsx'
import { useLeavingSteps, type Whose } from './queries.ts'

interface NameDialogProps {
  readonly whose: Whose
  readonly things: Naming['things']
  readonly onClose: () => void
}

/** Asks who is to take something over. Nobody is offered: who has an account is nobody’s to look up. */
export function NameDialog({ whose, things, onClose }: NameDialogProps) {
  const say = useSay()
  const { name } = useLeavingSteps(whose)
  const [typed, setTyped] = useState('')
  const read = SignInName.safeParse(typed.trim())
  return (
    <FormDialog
      title={say('leaving.name')}
      lead={say('leaving.name.lead')}
      submit={say('leaving.name')}
      unavailable={read.success ? undefined : say('leaving.name.missing')}
      change={name}
      onSubmit={() =>
        read.success && name.mutate({ things, successor: read.data }, { onSuccess: onClose })
      }
      onClose={onClose}
    >
      <TextField
        label={say('leaving.name.signInName')}
        isPlain
        isRequired
        maxLength={63}
        value={typed}
        onChange={setTyped}
      />
    </FormDialog>
  )
}
