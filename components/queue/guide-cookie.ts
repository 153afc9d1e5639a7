import { type GuideProgress, type GuideStep, guideCookieOf, guideProgressFrom } from './guide-progress'

/** A cookie rather than local storage, so that the server leaves the guide out, or ticks its steps, and nothing jumps. */
export const GUIDE_COOKIE = 'assay-guide'

const YEAR_SECONDS = 31_536_000

/** The cookie's value in this browser, or none. */
export function readGuideCookie(): string | undefined {
  return document.cookie
    .split('; ')
    .find(pair => pair.startsWith(`${GUIDE_COOKIE}=`))
    ?.slice(GUIDE_COOKIE.length + 1)
}

export function dismissGuide(): void {
  change(progress => ({ ...progress, isAway: true }))
}

export function tickGuide(step: GuideStep): void {
  change(progress => (progress.done.includes(step) ? progress : { ...progress, done: [...progress.done, step] }))
}

function change(next: (before: GuideProgress) => GuideProgress): void {
  const value = guideCookieOf(next(guideProgressFrom(readGuideCookie())))
  // biome-ignore lint/suspicious/noDocumentCookie: cookieStore is missing in browsers that are still in use
  document.cookie = `${GUIDE_COOKIE}=${value}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`
}
