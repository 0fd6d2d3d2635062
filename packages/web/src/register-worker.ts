/** Has the browser keep the program's own files, so that the next visit does not fetch them again. */
export function registerWorker(): void {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return
  window.addEventListener('load', () => {
    // Where the browser refuses (private windows), every visit is a first one.
    navigator.serviceWorker.register(trusted('/sw.js')).catch(() => undefined)
  })
}

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string }
}

/** The page's only policy lets exactly one address through: that of the worker. */
function trusted(address: '/sw.js'): string {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes }
  const policy = trustedTypes?.createPolicy('vigil', {
    createScriptURL: (url) => {
      if (url !== address) throw new TypeError(`Not a script of Vigil: ${url}`)
      return url
    },
  })
  return policy?.createScriptURL(address) ?? address
}
