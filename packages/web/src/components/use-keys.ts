import { type RefObject, useEffect, useRef } from 'react'
import type { MessageKey } from '../i18n/catalogues.ts'
import { usePreference } from '../preferences/preference.ts'
import { singleKeys } from '../preferences/preferences.ts'

/** A single key that does something on the page, and the words for it in the list of keys. */
export interface KeyBinding {
  /** As `KeyboardEvent.key` has it, lower case. */
  readonly key: string
  readonly label: MessageKey
  readonly run: () => void
}

const onScreen = new Set<RefObject<readonly KeyBinding[]>>()

/**
 * Makes single keys work while the component is on screen: not while somebody types, not in a dialog
 * or menu, not together with Ctrl, Alt or Meta, and not where the reader turned them off.
 */
export function useKeys(bindings: readonly KeyBinding[]): void {
  const latest = useRef(bindings)
  const isOn = usePreference(singleKeys) === 'on'
  useEffect(() => {
    latest.current = bindings
  })
  useEffect(() => {
    onScreen.add(latest)
    return () => void onScreen.delete(latest)
  }, [])
  useEffect(() => {
    if (!isOn) return
    function onKeyDown(event: KeyboardEvent): void {
      if (isTaken(event)) return
      const binding = latest.current.find(({ key }) => key === event.key.toLowerCase())
      if (!binding) return
      event.preventDefault()
      binding.run()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [isOn])
}

/** The keys that do something on the page now, for the list of keys. */
export function activeKeys(): readonly KeyBinding[] {
  return [...onScreen].flatMap(({ current }) => current)
}

function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return true
  const { target } = event
  return (
    target instanceof Element &&
    target.closest(
      'input, textarea, select, [contenteditable], dialog, [role$="dialog"], [role="menu"]',
    ) !== null
  )
}
