import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { ALL_CONTRACTS } from './all-contracts'
import { check } from './check'
import { createClaimContract } from './claims'

const ID = '0190f5e2-7c3b-7d5f-9a11-0c6f0a4f2d10'

describe('what is wrong with an input is a sentence that says what to change', () => {
  const schema = z.strictObject({
    text: z.string().min(3).max(5).optional(),
    count: z.int().min(1).max(9),
    kind: z.enum(['ONE', 'OTHER']).optional(),
    isOn: z.boolean().optional(),
    list: z.array(z.int()).max(2).optional(),
    at: z.iso.datetime().optional(),
    own: z.string().min(1, 'In its own words.').optional(),
  })
  test.each([
    [{}, 'count', 'This is missing: give a number.'],
    [{ count: 'two' }, 'count', 'Give a number.'],
    [{ count: 1.5 }, 'count', 'Give a whole number.'],
    [{ count: 0 }, 'count', 'Give at least 1.'],
    [{ count: 10 }, 'count', 'Give at most 9.'],
    [{ count: 1, text: 'ab' }, 'text', 'Give at least 3 characters.'],
    [{ count: 1, text: 'abcdef' }, 'text', 'Give at most 5 characters.'],
    [{ count: 1, kind: 'two' }, 'kind', 'Give one of ONE, OTHER.'],
    [{ count: 1, isOn: 'yes' }, 'isOn', 'Give true or false.'],
    [{ count: 1, list: 1 }, 'list', 'Give a list.'],
    [{ count: 1, list: [1, 2, 3] }, 'list', 'Give at most 2 entries.'],
    [{ count: 1, list: [1, 'a'] }, 'list.1', 'Give a number.'],
    [{ count: 1, at: 'today' }, 'at', 'Give a moment such as 2026-03-01T12:00:00Z.'],
    [{ count: 1, own: '' }, 'own', 'In its own words.'],
    [{ count: 1, more: 1, most: 2 }, '', 'Remove more, most: there is no such field here.'],
    [null, '', 'Give an object.'],
  ])('%j', (input, path, message) => {
    expect(check(schema, input)).toEqual({ isValid: false, problems: [{ path, message }] })
  })
})

test('where an input may have several shapes, the closest one says what is missing', () => {
  const claim = (target: unknown) =>
    check(createClaimContract.input, { statementId: ID, claimReviewed: 'So.', targets: [target] })
  expect(claim({ start: 4 })).toMatchObject({
    problems: [{ path: 'targets.0.end', message: 'This is missing: give a number.' }],
  })
  expect(claim({ exact: 5 })).toMatchObject({ problems: [{ path: 'targets.0.exact', message: 'Give a text.' }] })
  expect(claim('So.')).toMatchObject({ problems: [{ path: 'targets.0', message: 'Give an object.' }] })
})

test('no operation answers in the words of the validator', () => {
  const inputs = [undefined, null, 5, '', [], {}, { statementId: 5, claimId: '', version: 'x', limit: -1, cursor: '!' }]
  const odd = [undefined, null, true, -1, 1.5, Number.MAX_VALUE, '', 'x', [], [5], {}, 'x'.repeat(300_000)]
  for (const { input: schema } of ALL_CONTRACTS) {
    const fields = schema instanceof z.ZodObject ? Object.keys(schema.shape) : []
    const filled = odd.map(value => Object.fromEntries(fields.map(field => [field, value])))
    for (const input of [...inputs, ...filled]) {
      const checked = check(schema, input)
      for (const { message } of checked.isValid ? [] : checked.problems) {
        expect(message).not.toMatch(/Invalid|expected|received|Too (small|big)/)
      }
    }
  }
})
