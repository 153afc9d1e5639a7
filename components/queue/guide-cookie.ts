/** A cookie rather than local storage, so that the server leaves the guide out and nothing jumps. */
export const GUIDE_COOKIE = 'assay-guide'

const YEAR_SECONDS = 31_536_000

export function dismissGuide(): void {
  // biome-ignore lint/suspicious/noDocumentCookie: cookieStore is missing in browsers that are still in use
  document.cookie = `${GUIDE_COOKIE}=away; path=/; max-age=${YEAR_SECONDS}; samesite=lax`
}
