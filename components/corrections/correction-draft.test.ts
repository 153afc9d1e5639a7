import { describe, expect, it } from 'vitest'
import { ApiProblem } from '@/components/api/call'
import type { DueCorrectionDto } from '@/lib/contracts/publications'
import { correctionInputs, EMPTY_CORRECTION, lacksOf, refusalsAt, tasksOf, WHOLE } from './correction-draft'

const due: DueCorrectionDto = {
  claim: { id: 'c', claimReviewed: 'It rose.' },
  publication: 1,
  was: { rating: null, isDismissed: true },
  is: { state: 'WITHDRAWN' },
  kinds: ['CORRECTION', 'RETRACTION'],
}
const draft = { kind: 'RETRACTION' as const, whatChanged: 'We take it back.', why: 'Forged.' }

describe('a correction being written', () => {
  it.each([
    ['nothing', EMPTY_CORRECTION, 'kind whatChanged why'],
    ['a kind that no longer fits', { ...draft, kind: 'UPDATE' as const }, 'kind'],
    ['blanks', { ...draft, why: '  ' }, 'why'],
    ['everything', draft, ''],
  ])('lacks, with %s', (_case, given, lacks) => {
    expect(Object.keys(lacksOf(given, due.kinds)).join(' ')).toBe(lacks)
  })

  it('is sent with the others, once all are complete', () => {
    const tasks = tasksOf([due], true)
    expect(correctionInputs(tasks, { c: draft })).toBeNull()
    const whole = { ...draft, kind: 'UPDATE' as const }
    expect(correctionInputs(tasks, { c: draft, [WHOLE]: whole })).toEqual([
      { claimId: 'c', ...draft },
      { claimId: null, ...whole },
    ])
    expect(correctionInputs(tasksOf([due], false), { c: draft, [WHOLE]: whole })).toHaveLength(1)
    expect(correctionInputs([], { c: draft })).toEqual([])
  })

  it('hears what the server says of it', () => {
    const problem = new ApiProblem(422, 'invalid-input', 'No.', [
      { path: 'corrections.0.claimId', message: 'It is under review.' },
      { path: 'corrections.1.why', message: 'Shorten this.' },
    ])
    expect(refusalsAt(problem, 0)).toMatchObject({ kind: 'It is under review.', why: undefined })
    expect(refusalsAt(problem, 1)).toMatchObject({ kind: undefined, why: 'Shorten this.' })
    expect(refusalsAt(null, 0)).toEqual({})
  })
})
