import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answersDissent } from '@/lib/domain/far-dissent'
import { DEFAULT_SCALE } from '@/lib/domain/scale'

describe('answersDissent', () => {
  it.each<[string, string, string, number[], boolean]>([
    ['nothing is said of it', 'The register shows a rise [1].', 'FALSE', [2], false],
    ['its own evidence is pointed to', 'One of us reads the table otherwise [2].', 'FALSE', [2], true],
    ['within a range', 'The tables differ [1–3].', 'FALSE', [2], true],
    ['its rating is named', 'One reviewer finds it false: the table is of another year.', 'FALSE', [], true],
    ['a longer rating that holds the word is no answer', 'It is mostly false.', 'FALSE', [2], false],
    ['both are named', 'It is mostly false, though one says False.', 'FALSE', [], true],
    ['a longer word is no answer', 'The falsehood spread.', 'FALSE', [], false],
    ['two words over a line', 'One says mostly\ntrue.', 'MOSTLY_TRUE', [], true],
    ['nothing is written', '', 'TRUE', [1], false],
    ['a rating the scale does not have', 'It is half true.', 'HALF_TRUE', [], false],
  ])('%s', (_case, explanation, rating, evidence, expected) => {
    expect(answersDissent(explanation, { rating, evidence }, DEFAULT_SCALE)).toBe(expected)
  })

  it('is so whenever the rating’s word stands alone, for every rating of the scale', () => {
    fc.assert(
      fc.property(fc.constantFrom(...DEFAULT_SCALE.ratings), fc.string(), ({ key, label }, before) => {
        const explanation = `${before}\n“${label}”: no.`
        expect(answersDissent(explanation, { rating: key, evidence: [] }, DEFAULT_SCALE)).toBe(true)
      }),
    )
  })
})
