/** One thing wrong with an input, for the form that holds it. Several may apply at once; none means it is fine. */
export interface Problem {
  /** Where, as a dotted path into the input: `ratings.2.label`. Empty for the input as a whole. */
  readonly path: string
  /** What to do about it, in a sentence for the person who wrote the input. */
  readonly message: string
}
