import type { z } from 'zod'
import type { TargetInput } from '@/lib/contracts/claims'
import { snapToGraphemes } from '@/lib/domain/graphemes'
import { checkSpan, describeSpan, type QuoteMatch, quoteFinder, type SpanSelector } from '@/lib/domain/selectors'
import { compareSpans } from '@/lib/domain/span-order'
import { invalidInput } from '../invalid-input'
import { refuseProblems } from '../refuse-problems'

type Input = z.output<typeof TargetInput>
type Found = { start: number; end: number } | { problem: string }

/**
 * The spans that a request names by offsets, by quote or by both: snapped to whole characters, without whitespace at
 * their ends, in text order, each once. Throws invalid-input, naming each passage that is not one of this text.
 */
export function resolveTargets(text: string, inputs: readonly Input[]): SpanSelector[] {
  const find = quoteFinder(text)
  const found = inputs.map(input => ('start' in input ? fromOffsets(text, input) : fromMatch(text, find(input))))
  const errors = found.flatMap((target, index) =>
    'problem' in target ? [{ path: `targets.${index}`, message: target.problem }] : [],
  )
  refuseProblems(errors)
  const spans = new Map<string, SpanSelector>()
  for (const target of found) {
    if ('problem' in target) continue
    spans.set(`${target.start}–${target.end}`, describeSpan(text, target.start, target.end))
  }
  return [...spans.values()].sort((one, other) => compareSpans({ id: '', ...one }, { id: '', ...other }))
}

/** The one span that a request names, as above. Throws invalid-input under `path` where it is not one of this text. */
export function resolveTarget(text: string, input: Input, path: string): SpanSelector {
  const found = 'start' in input ? fromOffsets(text, input) : fromMatch(text, quoteFinder(text)(input))
  if ('problem' in found) throw invalidInput(path, found.problem)
  return describeSpan(text, found.start, found.end)
}

function fromOffsets(text: string, input: { start: number; end: number; exact?: string | undefined }): Found {
  const problem = checkSpan(text, input)
  // A cut character is grown to a whole one, as a selection on screen is.
  if (problem && problem.code !== 'CUTS_CHARACTER') return { problem: problem.message }
  return snapped(text, input.start, input.end)
}

function fromMatch(text: string, match: QuoteMatch): Found {
  switch (match.kind) {
    case 'unique':
      return snapped(text, match.start, match.end)
    case 'ambiguous':
      return {
        problem: `This quote stands at ${match.count} places. Send what stands before and after it (prefix, suffix), or its offsets.`,
      }
    case 'absent':
      return { problem: 'This quote does not stand in the text. Send it exactly as it stands there.' }
  }
}

function snapped(text: string, start: number, end: number): Found {
  const span = snapToGraphemes(text, start, end)
  const problem = checkSpan(text, span)
  return problem ? { problem: problem.message } : span
}
