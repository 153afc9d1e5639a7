/** So that a key held down is heard once, when it rests. */
const REST_MS = 150

/**
 * The order of what is spoken: at once, or at rest, which is only when nothing else was said for a moment. What is said at
 * once drops what still waits for its rest, so that the last thing that happened is the last thing heard.
 *
 * @param say speaks one sentence
 */
export function lastWord(say: (message: string) => void) {
  let resting: ReturnType<typeof setTimeout> | undefined
  const drop = () => clearTimeout(resting)
  const now = (message: string) => {
    drop()
    say(message)
  }
  return {
    now,
    /** The words are asked for when they are spoken. */
    atRest: (words: () => string) => {
      drop()
      resting = setTimeout(() => now(words()), REST_MS)
    },
    drop,
  }
}
