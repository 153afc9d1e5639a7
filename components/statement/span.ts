/** A passage of the statement: UTF-16 offsets into its canonical text, and the text itself. */
export type Span = { start: number; end: number; exact: string }
