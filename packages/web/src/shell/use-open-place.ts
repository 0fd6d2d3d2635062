import { useNavigate } from '@tanstack/react-router'
import type { Place } from './quick-search-places.ts'

/** Goes to what quick search found, and closes it. */
export function useOpenPlace(onClose: () => void): (place: Place) => void {
  const navigate = useNavigate()
  return (place) => {
    onClose()
    switch (place.kind) {
      case 'document':
        return void navigate({
          to: '/documents/$documentId/{-$eid}',
          params: { documentId: place.document.id, eid: undefined },
        })
      case 'paragraph':
        return void navigate({
          to: '/documents/$documentId/{-$eid}',
          params: { documentId: place.hit.documentId, eid: place.hit.eid },
          search: { language: place.hit.language },
        })
      case 'all':
        return void navigate({ to: '/search', search: { words: place.words } })
    }
  }
}
