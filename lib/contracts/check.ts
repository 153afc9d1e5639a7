import type { z } from 'zod'
import type { Problem } from '@/lib/domain/problem'

export type Checked<Schema extends z.ZodType> =
  | { isValid: true; value: z.output<Schema> }
  | { isValid: false; problems: readonly [Problem, ...Problem[]] }

/** Parses an input. Every problem says in a sentence what to change, in the schema's own words where it has some. */
export function check<Schema extends z.ZodType>(schema: Schema, input: unknown): Checked<Schema> {
  const result = schema.safeParse(input, { error: sentenceFor })
  if (result.success) return { isValid: true, value: result.data }
  const [first, ...others] = result.error.issues.flatMap(issue => problemsOf(issue, []))
  return { isValid: false, problems: [first ?? { path: '', message: 'This is not complete.' }, ...others] }
}

type Path = readonly PropertyKey[]

/** Of several shapes that an input may have, the one it comes closest to says what is wrong. */
function problemsOf(issue: z.core.$ZodIssue, parent: Path): Problem[] {
  const path = [...parent, ...issue.path]
  if (issue.code === 'invalid_union') {
    const [closest] = issue.errors.toSorted((one, other) => distance(one) - distance(other))
    if (closest && closest.length > 0) return closest.flatMap(inner => problemsOf(inner, path))
  }
  return [{ path: path.map(String).join('.'), message: issue.message }]
}

/** How far an input is from a shape; what is no such thing at all is farther than what is one with mistakes. */
function distance(issues: readonly z.core.$ZodIssue[]): number {
  return issues.length + (issues.some(({ code, path }) => code === 'invalid_type' && path.length === 0) ? 100 : 0)
}

function sentenceFor(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return give(KINDS[issue.expected] ?? issue.expected, issue.input)
    case 'invalid_value':
      return give(`${issue.values.length > 1 ? 'one of ' : ''}${issue.values.map(String).join(', ')}`, issue.input)
    case 'too_small':
      return `Give ${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}${unitOf(issue.origin)}.`
    case 'too_big':
      return `Give ${issue.inclusive ? 'at most' : 'less than'} ${issue.maximum}${unitOf(issue.origin)}.`
    case 'invalid_format':
      return issue.format === 'datetime' ? 'Give a moment such as 2026-03-01T12:00:00Z.' : undefined
    case 'unrecognized_keys':
      return `Remove ${issue.keys.join(', ')}: there is no such field here.`
    default:
      return undefined
  }
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  null: 'null',
}

function give(what: string, input: unknown): string {
  return input === undefined ? `This is missing: give ${what}.` : `Give ${what}.`
}

function unitOf(origin: string): string {
  if (origin === 'string') return ' characters'
  return origin === 'array' ? ' entries' : ''
}
