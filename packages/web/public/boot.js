// Runs before the first paint, so that neither theme nor language of the page changes under the
// reader's eyes. The keys are those of src/preferences. What every visit asks the server is asked here
// already, while the program is still being read; src/api/early.ts hands the answers over.
;(function () {
  const root = document.documentElement
  const stored = function (name) {
    try {
      return localStorage.getItem('vigil.' + name)
    } catch {
      return null
    }
  }
  let theme = stored('theme')
  if (theme !== 'light' && theme !== 'dark') {
    theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  }
  root.dataset.theme = theme
  let language = stored('language')
  if (language !== 'en' && language !== 'fr') {
    language = /^fr\b/i.test(navigator.language) ? 'fr' : 'en'
  }
  root.lang = language

  const place = location.pathname
  const wanted = ['/api/session']
  if ((place === '/' || place === '/documents') && location.search === '') {
    wanted.push('/api/documents?removed=false&limit=50')
  }
  const one = /^\/documents\/([\w-]+)/.exec(place)
  if (one) wanted.push('/api/documents/' + one[1])
  window.vigilEarly = {}
  for (const address of wanted) {
    window.vigilEarly[address] = fetch(address, {
      headers: { 'accept-language': language },
    }).catch(function () {
      return null
    })
  }
})()
