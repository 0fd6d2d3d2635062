// Runs before the first paint, so that neither theme nor language of the page changes under the
// reader's eyes. The keys are those of src/preferences.
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
})()
