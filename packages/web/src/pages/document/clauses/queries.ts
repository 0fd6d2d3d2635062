import type { ProblemCode } from '@vigil/contract/problems'
import type {
  ClauseCorrection,
  Corrected,
  CorrectionId,
  DocumentId,
  RenditionAnnotation,
} from '@vigil/contract/schemas'
import type { DocumentLanguage } from '@vigil/core/documents'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../../../api/call.ts'
import { ProblemError } from '../../../problem-error.ts'

/** Which rendition is read clause by clause. */
export interface Rendered {
  readonly documentId: DocumentId
  readonly language: DocumentLanguage
}

function annotationKey({ documentId, language }: Rendered) {
  return ['documents', documentId, 'annotation', language] as const
}

/** Messages, clauses with corrections, views and citations of one rendition, where they are wanted. */
export function useAnnotation(rendered: Rendered, isWanted = true) {
  return useQuery({
    queryKey: annotationKey(rendered),
    queryFn: ({ signal }): Promise<RenditionAnnotation> =>
      call('readAnnotation', { params: rendered }, signal),
    enabled: isWanted,
    placeholderData: (earlier) =>
      earlier?.documentId === rendered.documentId ? earlier : undefined,
  })
}

/** Refusals that say: what is on screen is no longer what is there. */
const OVERTAKEN: ReadonlySet<string> = new Set<ProblemCode>([
  'clause.changed',
  'clause.unknown',
  'clause.noNext',
])

/** Corrects clauses and takes corrections back; what is on screen is the server's answer. */
export function useClauseChanges(rendered: Rendered) {
  const client = useQueryClient()
  const onSuccess = ({ annotation }: Corrected) => {
    client.setQueryData(annotationKey(rendered), annotation)
    return client.invalidateQueries({ queryKey: ['documents'], refetchType: 'active' })
  }
  /** Where somebody else was quicker, the clause is shown as it stands now; what was typed stays. */
  const onError = (error: Error) => {
    if (!(error instanceof ProblemError) || !OVERTAKEN.has(error.problem.code)) return undefined
    return client.invalidateQueries({ queryKey: annotationKey(rendered) })
  }
  return {
    correct: useMutation({
      mutationFn: (body: ClauseCorrection) => call('correctClause', { params: rendered, body }),
      onSuccess,
      onError,
    }),
    undo: useMutation({
      mutationFn: (correctionId: CorrectionId) =>
        call('undoCorrection', { params: { documentId: rendered.documentId, correctionId } }),
      onSuccess,
      onError,
    }),
  }
}

/** Who corrected what in a document, newest first. */
export function useCorrections(documentId: DocumentId) {
  return useQuery({
    queryKey: ['documents', documentId, 'corrections'],
    queryFn: ({ signal }) => call('listCorrections', { params: { documentId } }, signal),
  })
}
