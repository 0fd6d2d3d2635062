/** Whether the server said that this is a demonstration: it marks the page. */
export function isDemonstration(): boolean {
  return document.documentElement.hasAttribute('data-demonstration')
}
