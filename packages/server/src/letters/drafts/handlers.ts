import type { Handlers } from '../../http/handler.ts'
import { refuse } from '../../http/refuse.ts'

type LetterEndpoint =
  | 'previewLetter'
  | 'createLetter'
  | 'listLetters'
  | 'readLetter'
  | 'reviseLetter'
  | 'readLetterVersion'
  | 'downloadLetter'
  | 'returnLetter'

/** What the server does for each endpoint about letters. */
export const letterHandlers: Pick<Handlers, LetterEndpoint> = {
  previewLetter: () => refuse('server.failed'),
  createLetter: () => refuse('server.failed'),
  listLetters: () => refuse('server.failed'),
  readLetter: () => refuse('server.failed'),
  reviseLetter: () => refuse('server.failed'),
  readLetterVersion: () => refuse('server.failed'),
  downloadLetter: () => refuse('server.failed'),
  returnLetter: () => refuse('server.failed'),
}
