import { describe, expect, it } from 'vitest'
import { DEFAULT_POLICY, validatePolicy } from '@/lib/domain/consensus-policy'
import { policyDraftOf, policyOf } from './policy-draft'

describe('a policy while it is edited', () => {
  const draft = policyDraftOf({ ...DEFAULT_POLICY, version: 1 })

  it('comes out as it went in', () => {
    expect(policyOf(draft)).toEqual(DEFAULT_POLICY)
  })

  it.each(['', '2.5', '-3', 'three', '1e3', '٣'])('refuses “%s” as a quorum', quorum => {
    expect(validatePolicy(policyOf({ ...draft, quorum })).map(({ path }) => path)).toEqual(['quorum'])
  })
})
