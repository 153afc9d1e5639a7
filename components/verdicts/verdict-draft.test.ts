import { describe, expect, it } from 'vitest'
import { newCitation } from '@/components/citations/citation-draft'
import { DEFAULT_SCALE } from '@/lib/domain/scale'
import { checkVerdict, draftFrom, type VerdictDraft, verdictInput } from './verdict-draft'

const claim = { id: '01890000-0000-7000-8000-000000000001', version: 3 }
const round = { number: 2, state: 'OPEN' as const, cast: 0, missing: 3, quorum: 3 }
const cast = {
  id: '01890000-0000-7000-8000-000000000002',
  reviewer: { id: '01890000-0000-7000-8000-000000000003', name: 'Almond' },
  rating: 'TRUE',
  confidence: 'HIGH' as const,
  rationale: 'The table says so.',
  citations: [],
  isTrainee: false,
  castAt: '2026-01-01T00:00:00.000Z',
}

const cited = (over: Partial<VerdictDraft['citations'][number]['source']> = {}, rest = {}) => ({
  ...newCitation('one', '2026-01-01'),
  stance: 'SUPPORTS' as const,
  ...rest,
  source: { ...newCitation('one', '').source, title: 'A table', url: 'https://example.org/table', ...over },
})
const draft = (over: Partial<VerdictDraft> = {}): VerdictDraft => ({
  round: 1,
  rating: 'TRUE',
  rationale: 'The table says so.',
  confidence: 'MEDIUM',
  citations: [cited()],
  ...over,
})

describe('draftFrom', () => {
  const none = { round, myVerdict: null, myLastVerdict: null }
  it.each([
    ['nothing cast yet', none, { rating: null, rationale: '', confidence: 'MEDIUM' }],
    ['one cast in an earlier round', { ...none, myLastVerdict: cast }, { rating: 'TRUE', confidence: 'HIGH' }],
    [
      'this round’s verdict before an earlier one',
      { ...none, myLastVerdict: cast, myVerdict: { ...cast, rating: 'FALSE' } },
      { rating: 'FALSE' },
    ],
  ])('%s', (_case, given, expected) => {
    expect(draftFrom(given)).toMatchObject({ round: 2, ...expected })
  })
})

describe('checkVerdict', () => {
  it.each([
    ['a whole verdict', draft(), []],
    ['no rating', draft({ rating: null }), ['rating']],
    ['nothing yet', draft({ rating: null, rationale: '', citations: [] }), ['rationale', 'rating', 'citations']],
    [
      'another confidence',
      draft({ rating: null, confidence: 'TOTAL' as VerdictDraft['confidence'] }), // an older build's draft
      ['rating', 'confidence'],
    ],
    ['no reason', draft({ rationale: '  ' }), ['rationale']],
    ['no source for a rating on the scale', draft({ citations: [] }), ['citations']],
    ['no source for a rating that needs none', draft({ rating: 'OPINION', citations: [] }), []],
    [
      'a script for an address',
      draft({ citations: [cited({ url: 'javascript:alert(1)' })] }),
      ['citations.0.source.url'],
    ],
    ['an address without its scheme', draft({ citations: [cited({ url: 'example.org/table' })] }), []],
    ['no address at all', draft({ citations: [cited({ url: '' })] }), ['citations.0.source.url']],
    [
      'no address, but a shelf mark',
      draft({ citations: [cited({ url: 'junk', reference: 'Fonds 3' }, { hasAddress: false })] }),
      [],
    ],
    [
      'neither address nor title',
      draft({ citations: [cited({ url: '', title: '' })] }),
      ['citations.0.source.url', 'citations.0.source.title'],
    ],
    [
      'said to have no address, nor a place',
      draft({ citations: [cited({}, { hasAddress: false })] }),
      ['citations.0.source.reference'],
    ],
    ['a source without a title', draft({ citations: [cited({ title: '' })] }), ['citations.0.source.title']],
    ['a date that is none', draft({ citations: [cited({ publishedOn: 'May' })] }), ['citations.0.source.publishedOn']],
    [
      'a source that takes no side',
      draft({ citations: [cited(), cited({}, { stance: null })] }),
      ['citations.1.stance'],
    ],
  ])('%s', (_case, given, paths) => {
    const { problems, input } = checkVerdict(claim, given, DEFAULT_SCALE)
    expect(problems.map(({ path }) => path)).toEqual(paths)
    expect(input === null).toBe(paths.length > 0)
  })

  it('says what a source does in words of its own', () => {
    const { problems } = checkVerdict(claim, draft({ citations: [cited({}, { stance: null })] }), DEFAULT_SCALE)
    expect(problems[0]?.message).toBe('Say what this source does to the claim.')
  })
})

describe('verdictInput', () => {
  it('completes addresses that were typed without their scheme', () => {
    const citations = [cited({ url: 'example.org/table', archiveUrl: '//archive.example/1' })]
    expect(verdictInput(claim, draft({ citations })).citations[0]?.source).toMatchObject({
      url: 'https://example.org/table',
      archiveUrl: 'https://archive.example/1',
    })
  })

  it('leaves out an address that was typed before the source turned out to have none', () => {
    const input = verdictInput(claim, draft({ citations: [cited({ reference: 'Fonds 3' }, { hasAddress: false })] }))
    expect(input.citations[0]?.source).toMatchObject({ url: null, reference: 'Fonds 3' })
  })
})
