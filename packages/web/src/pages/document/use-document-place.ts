import type { Paragraph } from '@vigil/core/documents'
import type { DocumentId } from '@vigil/contract/schemas'
import { useNavigate, useParams, useRouter, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import { useSay } from '../../i18n/use-say.ts'
import { useCopy } from '../documents/parts/use-copy.ts'
import type { DocumentAddress } from './address.ts'
import { nameParagraph } from './read/name-paragraph.ts'

/** Where in a document the address points, and how to point elsewhere. */
export interface DocumentPlace {
  readonly documentId: DocumentId
  readonly eid: string | undefined
  readonly address: DocumentAddress
  /** Changes what the address says after the question mark, without a step in the history. */
  readonly change: (changes: Partial<DocumentAddress>) => void
  /** Points to a paragraph or a clause, or to none, without a step in the history. */
  readonly goTo: (eid: string | undefined) => void
  /** Copies the address under which anybody who may read the document opens this paragraph. */
  readonly copyAddress: (paragraph: Paragraph) => void
}

/** Reads the address of a document page. */
export function useDocumentPlace(): DocumentPlace {
  const { documentId, eid } = useParams({ from: '/documents/$documentId/{-$eid}' })
  const address = useSearch({ from: '/documents/$documentId/{-$eid}' })
  const navigate = useNavigate({ from: '/documents/$documentId/{-$eid}' })
  const change = useCallback(
    (changes: Partial<DocumentAddress>) =>
      void navigate({
        search: (old) => ({ ...old, ...changes }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  )
  const goTo = useCallback(
    (next: string | undefined) =>
      void navigate({
        params: (old) => ({ ...old, eid: next }),
        search: (old) => old,
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  )
  const copyAddress = useCopyAddress(documentId, address.language)
  return { documentId: documentId as DocumentId, eid, address, change, goTo, copyAddress }
}

function useCopyAddress(documentId: string, language: DocumentAddress['language']) {
  const router = useRouter()
  const copy = useCopy()
  const say = useSay()
  return useCallback(
    (paragraph: Paragraph) => {
      const { href } = router.buildLocation({
        to: '/documents/$documentId/{-$eid}',
        params: { documentId, eid: paragraph.eid },
        search: { language },
      })
      const address = new URL(href, window.location.origin).href
      void copy(
        address,
        say('document.copyAddress.done', { paragraph: nameParagraph(paragraph, say) }),
      )
    },
    [router, copy, say, documentId, language],
  )
}
