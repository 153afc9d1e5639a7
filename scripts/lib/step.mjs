/** Aborted when the person asks the command to stop; no further step then begins. */
export const interruption = new AbortController()

// Every later line of a command is a step a person may have to wait for, so anything shorter stays silent.
const SILENT_MS = 1_000

/**
 * Runs one step of a command. A step that takes longer than a second says so when the second is over, and says how
 * long it took when it ends.
 * @template T
 * @param {string} title what is being done, as in "Installing packages"
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  interruption.signal.throwIfAborted()
  const started = performance.now()
  let said = false
  const timer = setTimeout(() => {
    said = true
    console.log(`… ${title}`)
  }, SILENT_MS)
  try {
    const result = await work()
    if (said) console.log(`✓ ${title} (${secondsSince(started)})`)
    return result
  } catch (error) {
    if (said) console.log(`✗ ${title} (${secondsSince(started)})`)
    throw error
  } finally {
    clearTimeout(timer)
  }
}

/**
 * "12.3 s" since a `performance.now()`.
 * @param {number} started
 */
export function secondsSince(started) {
  return `${((performance.now() - started) / 1000).toFixed(1)} s`
}
