import type { FileState, Queue } from './queue.ts'

/** What a report needs from outside: the words for each end, the address of a document. */
export interface ReportWords {
  readonly title: string
  readonly summary: string
  readonly outcome: (state: FileState) => string
  readonly address: (documentId: string) => string
}

/** What became of every file, as plain text: a line a file, with the address of its document. */
export function reportText(queue: Queue, words: ReportWords): string {
  const lines = queue.map(({ file, state }) => {
    const documentId = documentOf(state)
    const address = documentId === undefined ? [] : [words.address(documentId)]
    return [file.name, words.outcome(state), ...address].join('\t')
  })
  return [words.title, words.summary, '', ...lines, ''].join('\n')
}

/** The document that a file became, or that stood in its way. */
function documentOf(state: FileState): string | undefined {
  if (state.name === 'done') return state.imported.document.id
  if (state.name === 'refused' && 'documentId' in state.problem) return state.problem.documentId
  return undefined
}
