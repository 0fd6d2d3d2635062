// Runs before the first paint, so that neither theme nor language of the page changes under the
// reader's eyes. The keys are those of src/preferences. What every visit asks the server is asked here
// already, while the program is still being read; src/api/early.ts hands the answers over.
;(function () {
  const root = document.documentElement
  root.dataset.theme = themeOf(stored('theme'))
  root.lang = languageOf(stored('language'))
  window.vigilEarly = {}
  for (const address of wantedAt(location)) window.vigilEarly[address] = ask(address)

  function stored(name) {
    try {
      return localStorage.getItem('vigil.' + name)
    } catch {
      return null
    }
  }

  function themeOf(theme) {
    if (theme === 'light' || theme === 'dark') return theme
    return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  }

  function languageOf(language) {
    if (language === 'en' || language === 'fr') return language
    return /^fr\b/i.test(navigator.language) ? 'fr' : 'en'
  }

  function wantedAt({ pathname, search }) {
    const wanted = ['/api/session']
    if (/^\/(documents)?$/.test(pathname) && search === '') {
      wanted.push('/api/documents?removed=false&limit=50')
    }
    const document = /^\/documents\/([\w-]+)/.exec(pathname)
    if (document) wanted.push('/api/documents/' + document[1])
    return wanted
  }

  // A refusal is asked for again in its place; unread, it would hold the line.
  async function ask(address) {
    try {
      const answer = await fetch(address, { headers: { 'accept-language': root.lang } })
      if (answer.ok) return answer
      await answer.body?.cancel()
    } catch {
      // Asked again in its place, where it can be said.
    }
    return null
  }
})()
