import { describe, expect, it } from 'vitest'
import { Snapshot } from '@/lib/contracts/snapshot'
import { consensusOf } from '@/lib/domain/consensus'
import { withQuorum } from '@/lib/domain/consensus-policy'
import { consensusSentence } from '@/lib/domain/sentence'
import { buildSnapshot, type Material } from './build-snapshot'
import { demoMaterial } from './demo-material.fixture'
import { publishedNames, shuffled } from './reviewer-names'

const AT = { number: 1, at: new Date('2026-11-23T12:00:00Z') }
const inOrder = (ids: readonly string[]) => [...ids]

function snapshotOf(change: (material: Material) => Partial<Material> = () => ({})) {
  const material = demoMaterial()
  return buildSnapshot({ ...material, ...change(material) }, AT, inOrder)
}

describe('buildSnapshot', () => {
  it('numbers the demo’s decided claims in text order', () => {
    expect(snapshotOf().claims.map(({ number, id, action }) => [number, id, action])).toEqual([
      [1, 'peaceful-protesters', 'APPROVE'],
      [2, 'fuel-trigger', 'APPROVE'],
      [3, 'outlook', 'APPROVE'],
      [4, 'jan-2-lpg', 'APPROVE'],
      [5, 'january-4-address', 'OVERRIDE'],
    ])
    const reversed = snapshotOf(({ claims }) => ({ claims: claims.toReversed() }))
    expect(reversed).toEqual(snapshotOf())
  })

  it('holds all that the rule needs: the published sentence comes out again', () => {
    const { claims, scales, policies } = snapshotOf()
    for (const claim of claims) {
      const scale = scales.find(({ version }) => version === claim.scaleVersion)
      const policy = policies.find(({ version }) => version === claim.policyVersion)
      if (!scale || !policy) throw new Error('the rule is not in the snapshot')
      const consensus = consensusOf(claim.verdicts, scale, claim.countedRound, withQuorum(policy, claim.quorum))
      expect(consensusSentence(consensus, scale)).toEqual(claim.sentence)
    }
  })

  it('says what the reviewers reached, also where the editor decided otherwise', () => {
    expect(snapshotOf().claims.map(({ action, rating, consensus }) => [action, rating?.key, consensus])).toEqual([
      ['APPROVE', 'MOSTLY_FALSE', { status: 'AGREED', rating: 'MOSTLY_FALSE', reason: null }],
      ['APPROVE', 'TRUE', { status: 'AGREED', rating: 'TRUE', reason: null }],
      ['APPROVE', 'OPINION', { status: 'AGREED', rating: 'OPINION', reason: null }],
      ['APPROVE', 'TRUE', { status: 'AGREED', rating: 'TRUE', reason: null }],
      ['OVERRIDE', 'TRUE', { status: 'AGREED', rating: 'MOSTLY_TRUE', reason: null }],
    ])
    const split = snapshotOf(({ claims }) => ({
      claims: claims.slice(0, 1).map(claim => ({
        ...claim,
        verdicts: claim.verdicts.map((verdict, at) => ({ ...verdict, rating: at === 0 ? 'TRUE' : 'FALSE' })),
      })),
    }))
    expect(split.claims[0]?.consensus).toEqual({ status: 'SPLIT', rating: null, reason: 'SPREAD' })
  })

  it('reads publications from before the consensus was written down', () => {
    const old = snapshotOf()
    for (const claim of old.claims) delete claim.consensus
    expect(Snapshot.parse(JSON.parse(JSON.stringify(old)))).toEqual(old)
  })

  it('takes the claimant and the date from the statement where the claim names none', () => {
    const { claims } = snapshotOf(({ statement }) => ({ statement: { ...statement, saidOn: '2022-01' } }))
    expect(claims.map(({ claimant, saidOn }) => [claimant, saidOn])).toEqual([
      ['Unsigned introduction to the published text', '2022-01'],
      ['Unsigned introduction to the published text', '2022-01'],
      ['Unsigned introduction to the published text', '2022-01'],
      ['Erzhan Kazykhan', '2022-01'],
      ['Erzhan Kazykhan', '2022-01'],
    ])
  })

  it('lets through what the schema names and nothing else, however deep', () => {
    const snapshot = snapshotOf()
    expect(Snapshot.parse(snapshot)).toEqual(snapshot)
    const text = JSON.stringify(snapshot)
    const left = [
      'deciderId',
      'reviewerId',
      'createdById',
      'workspaceId',
      'fingerprint',
      'salt',
      'contentHash',
      '(demo reviewer)',
    ]
    expect(left.filter(word => text.includes(word))).toEqual([])
  })

  it('says of a claim dismissed with too few verdicts that it was, not that it waits', () => {
    const snapshot = snapshotOf(({ claims }) => ({
      claims: claims.slice(0, 1).map(claim => ({
        ...claim,
        verdicts: claim.verdicts.slice(0, 2),
        decision: { ...claim.decision, action: 'DISMISS' as const, rating: null, reason: 'A slogan.' },
      })),
    }))
    expect(snapshot.claims).toMatchObject([
      {
        rating: null,
        override: { agreed: null, reason: 'A slogan.' },
        sentence: [{ text: 'Decided with 1 verdict fewer than agreement needs.' }],
      },
    ])
  })
})

describe('publishedNames', () => {
  const reviewed = (count: number) => [
    { verdicts: Array.from({ length: count }, (_, at) => ({ reviewerId: `m${at}`, reviewerName: `Name ${at}` })) },
  ]

  it('letters reviewers in the order they are shuffled into', () => {
    const names = publishedNames(reviewed(3), false, ids => ids.toReversed())
    expect([...names]).toEqual([
      ['m2', 'Reviewer A'],
      ['m1', 'Reviewer B'],
      ['m0', 'Reviewer C'],
    ])
  })

  it('goes on after Z', () => {
    const names = [...publishedNames(reviewed(28), false, inOrder).values()]
    expect(names.slice(-3)).toEqual(['Reviewer Z', 'Reviewer AA', 'Reviewer AB'])
  })

  it('gives names where the desk shows them', () => {
    expect([...publishedNames(reviewed(2), true, inOrder).values()]).toEqual(['Name 0', 'Name 1'])
  })

  it('shuffles fairly enough that every order of three comes up', () => {
    const orders = new Set(Array.from({ length: 500 }, () => shuffled(['a', 'b', 'c']).join('')))
    expect(orders.size).toBe(6)
  })
})
