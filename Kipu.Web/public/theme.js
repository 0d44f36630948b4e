// Sets theme and language before the first paint, so that nothing flashes.
;(() => {
  const read = (key) => {
    try {
      return localStorage.getItem(key)
    } catch {
      return null // Storage is blocked: the system's own settings decide.
    }
  }
  const theme = read('kipu.theme')
  const dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
  document.documentElement.lang = read('kipu.language') ?? (navigator.language.startsWith('es') ? 'es' : 'en')
})()
