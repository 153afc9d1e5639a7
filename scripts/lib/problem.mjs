/** A failure with a known cause: its message says what happened and what to do, and is shown without a stack. */
export class Problem extends Error {
  /**
   * @param {string} message
   * @param {ErrorOptions} [options]
   */
  constructor(message, options) {
    super(message, options)
    this.name = 'Problem'
  }
}

/**
 * The `code` of a system or database error, or undefined.
 * @param {unknown} error
 */
export function codeOf(error) {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
