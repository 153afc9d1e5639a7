/** Longer than this nothing waits, however busy the page is. */
const PATIENCE_MS = 250

/** Runs once the browser has nothing else to draw, such as between the frames of a scroll. Returns what calls it off. */
export function whenIdle(run: () => void): () => void {
  // Widened: the compiler knows no browser without it, and Safari is one.
  const page: Partial<Pick<Window, 'requestIdleCallback' | 'cancelIdleCallback'>> = window
  if (page.requestIdleCallback) {
    const handle = page.requestIdleCallback(run, { timeout: PATIENCE_MS })
    return () => page.cancelIdleCallback?.(handle)
  }
  const timer = setTimeout(run, 50)
  return () => clearTimeout(timer)
}
