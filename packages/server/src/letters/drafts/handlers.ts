import { checkLetter } from '@vigil/core/letters'
import { type Handlers, nothingToWrite } from '../../http/handler.ts'
import { refuse } from '../../http/refuse.ts'
import { readReturned } from '../check/returned.ts'
import { draftFromHeld } from './draft.ts'
import { getLetterFile } from './files.ts'
import { getLetter, getVersion } from './get.ts'
import { listLetters } from './queries.ts'
import { createLetter, reviseLetter, storeReturn } from './store.ts'

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
  async previewLetter({ db, body }) {
    const { draft } = await draftFromHeld(db, body)
    return nothingToWrite(draft)
  },

  createLetter({ write, body, actor, now }) {
    return write((tx) => createLetter(tx, body, { by: actor.id, now }))
  },

  listLetters({ db, query }) {
    return listLetters(db, query)
  },

  readLetter({ db, params }) {
    return getLetter(db, params.letterId)
  },

  reviseLetter({ write, params, body, actor, now }) {
    const author = { by: actor.id, now }
    return write((tx) => reviseLetter(tx, params.letterId, { revision: body, author }))
  },

  readLetterVersion({ db, params }) {
    return getVersion(db, params)
  },

  downloadLetter({ db, params }) {
    return getLetterFile(db, params)
  },

  async returnLetter({ db, write, params, upload, file, actor, now }) {
    const { draft } = await getVersion(db, params)
    const read = await readReturned(file)
    if (!read.ok) refuse(read.problem, { values: read.values ?? {} })
    const check = checkLetter(read.paragraphs, draft)
    const { returned } = upload
    return write((tx) =>
      storeReturn(tx, { ...params, returned, file, check }, { by: actor.id, now }),
    )
  },
}
