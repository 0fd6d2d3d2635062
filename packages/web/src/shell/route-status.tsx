import { usePageTitle } from '../components/page-title.ts'
import { VisuallyHidden } from '../components/visually-hidden.tsx'

/** Tells screen readers which page is on screen now. */
export function RouteStatus() {
  const title = usePageTitle()
  return (
    <div role="status">
      <VisuallyHidden>{title}</VisuallyHidden>
    </div>
  )
}
