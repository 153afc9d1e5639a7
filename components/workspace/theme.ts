export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** The cookie that tells the server which theme to paint, so that no page flashes in the other one. */
export const THEME_COOKIE = 'assay-theme'

const YEAR_SECONDS = 31_536_000

/** What the page shows now; `system` where the person has chosen nothing. */
export function currentTheme(): Theme {
  return themeOf(document.documentElement.dataset.theme) ?? 'system'
}

/** `light` or `dark`; undefined for anything else. */
export function themeOf(value: string | undefined): 'light' | 'dark' | undefined {
  return value === 'light' || value === 'dark' ? value : undefined
}

/** Paints the page and remembers the choice in this browser for a year. */
export function chooseTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
  const life = theme === 'system' ? 0 : YEAR_SECONDS
  // biome-ignore lint/suspicious/noDocumentCookie: cookieStore is missing in browsers that are still in use
  document.cookie = `${THEME_COOKIE}=${theme}; path=/; max-age=${life}; samesite=lax`
}
