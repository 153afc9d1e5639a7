/** What the first guide asks a person to try; each is ticked once they have. */
const GUIDE_STEPS = ['opened', 'cast', 'saw-decided', 'decided', 'published'] as const
export type GuideStep = (typeof GUIDE_STEPS)[number]

export type GuideProgress = { isAway: boolean; done: readonly GuideStep[] }

const AWAY = 'away'

/** What the guide's cookie says; words that are not ours are passed over. */
export function guideProgressFrom(cookie: string | undefined): GuideProgress {
  const words = cookie?.split('.') ?? []
  return { isAway: words.includes(AWAY), done: GUIDE_STEPS.filter(step => words.includes(step)) }
}

/** The cookie's value for this progress. */
export function guideCookieOf({ isAway, done }: GuideProgress): string {
  return [...(isAway ? [AWAY] : []), ...done].join('.')
}
