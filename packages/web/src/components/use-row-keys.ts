import { useRef } from 'react'
import { useKeys } from './use-keys.ts'

/** J and K move the focus from row to row of a table; Enter opens, as on any link. */
export function useRowKeys() {
  const body = useRef<HTMLTableSectionElement>(null)
  const move = (by: 1 | -1) => {
    const links = [...(body.current?.querySelectorAll<HTMLElement>('[data-row-link]') ?? [])]
    const at = links.findIndex((link) => link === window.document.activeElement)
    links[at === -1 ? 0 : Math.min(links.length - 1, Math.max(0, at + by))]?.focus()
  }
  useKeys([
    { key: 'j', label: 'documents.keys.next', run: () => move(1) },
    { key: 'k', label: 'documents.keys.previous', run: () => move(-1) },
  ])
  return body
}
