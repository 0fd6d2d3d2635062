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

/** Which rendition is read clause by clause. */
export interface Rendered {
  readonly documentId: DocumentId
  readonly language: DocumentLanguage
}

function annotationKey({ documentId, language }: Rendered) {
  return ['documents', documentId, 'annotation', language] as const
}

/** Messages, clauses with corrections, views and citations of one rendition. */
export function useAnnotation(rendered: Rendered) {
  return useQuery({
    queryKey: annotationKey(rendered),
    queryFn: ({ signal }): Promise<RenditionAnnotation> =>
      call('readAnnotation', { params: rendered }, signal),
    placeholderData: (earlier) =>
      earlier?.documentId === rendered.documentId ? earlier : undefined,
  })
}

/** Corrects clauses and takes corrections back; what is on screen is the server's answer. */
export function useClauseChanges(rendered: Rendered) {
  const client = useQueryClient()
  const onSuccess = ({ annotation }: Corrected) => {
    client.setQueryData(annotationKey(rendered), annotation)
    return client.invalidateQueries({ queryKey: ['documents'], refetchType: 'active' })
  }
  return {
    correct: useMutation({
      mutationFn: (body: ClauseCorrection) => call('correctClause', { params: rendered, body }),
      onSuccess,
    }),
    undo: useMutation({
      mutationFn: (correctionId: CorrectionId) =>
        call('undoCorrection', { params: { documentId: rendered.documentId, correctionId } }),
      onSuccess,
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
