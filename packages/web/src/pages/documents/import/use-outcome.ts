import { useCallback } from 'react'
import { useSay } from '../../../i18n/use-say.ts'
import { currentRenditions } from '../parts/names.ts'
import { isHeld, type FileState } from './queue.ts'

/** Says in a few words what has become of a file. */
export function useOutcome(): (state: FileState) => string {
  const say = useSay()
  return useCallback(
    (state) => {
      if (state.name === 'sending') return say('import.state.sending', { share: state.share })
      if (state.name === 'refused') {
        return say(isHeld(state.problem) ? 'import.state.held' : 'import.state.refused')
      }
      if (state.name !== 'done') return say(`import.state.${state.name}`)
      const { document, language, outcome } = state.imported
      const rendition = currentRenditions(document).find((one) => one.language === language)
      return say(`import.state.done.${outcome}`, {
        language: say(`language.${language}`),
        paragraphs: rendition?.paragraphs ?? 0,
        repairs: rendition?.repairs ?? 0,
      })
    },
    [say],
  )
}
