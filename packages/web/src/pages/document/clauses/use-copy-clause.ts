import { useRouter } from '@tanstack/react-router'
import { useSay } from '../../../i18n/use-say.ts'
import { useCopy } from '../../documents/parts/use-copy.ts'
import type { DocumentPlace } from '../use-document-place.ts'
import type { ClauseItem } from './items.ts'
import { nameClause } from './name-clause.ts'

/** Copies the address under which anybody who may read the document opens this clause. */
export function useCopyClause(item: ClauseItem, { documentId, address }: DocumentPlace) {
  const router = useRouter()
  const copy = useCopy()
  const say = useSay()
  return () => {
    const { href } = router.buildLocation({
      to: '/documents/$documentId/{-$eid}',
      params: { documentId, eid: item.clause.eid },
      search: { view: 'clauses', language: address.language },
    })
    void copy(
      new URL(href, window.location.origin).href,
      say('clause.copyAddress.done', { clause: nameClause(item, say) }),
    )
  }
}
