import { describe, expect, it } from 'vitest'
import { canonicalJson, sha256Hex } from '@/lib/domain/hash'
import { type ChainedEvent, type EventLink, eventHash, verifyChain } from '@/lib/domain/hash-chain'

function chain(length: number, streamId = 'stream'): ChainedEvent[] {
  const events: ChainedEvent[] = []
  for (let seq = 1; seq <= length; seq++) {
    const link: EventLink = {
      streamId,
      seq,
      type: 'verdict.cast',
      claimId: 'claim',
      ids: { round: 1, verdictId: `verdict-${seq}` },
      actorId: 'member',
      at: '2026-11-23T12:00:00.000Z',
      contentHash: sha256Hex(`content ${seq}`),
      prevHash: events.at(-1)?.hash ?? null,
    }
    events.push({ ...link, hash: eventHash(link) })
  }
  return events
}

function altered(events: readonly ChainedEvent[], seq: number, changes: Partial<ChainedEvent>): ChainedEvent[] {
  return events.map(event => (event.seq === seq ? { ...event, ...changes } : event))
}

const whole = chain(4)
const head = { seq: 4, hash: whole.at(-1)?.hash ?? null }

describe('eventHash', () => {
  it('is SHA-256 over the canonical JSON of the link and nothing besides', () => {
    const [first] = chain(1)
    if (!first) throw new Error('no event')
    const { hash, ...link } = first
    expect(hash).toBe(sha256Hex(canonicalJson(link)))
    const withMore = { ...first, workspaceId: 'desk' }
    expect(eventHash(withMore)).toBe(hash)
  })
})

describe('verifyChain', () => {
  it('finds nothing in a whole chain, nor in an empty one', () => {
    expect(verifyChain(whole)).toBeNull()
    expect(verifyChain(whole, head)).toBeNull()
    expect(verifyChain([])).toBeNull()
    expect(verifyChain([], { seq: 0, hash: null })).toBeNull()
  })

  it.each<[string, ChainedEvent[], object]>([
    ['the first event gone', whole.slice(1), { seq: 1, problem: 'MISSING' }],
    ['one in between gone', whole.filter(({ seq }) => seq !== 3), { seq: 3, problem: 'MISSING' }],
    ['the last gone', whole.slice(0, -1), { seq: 4, problem: 'MISSING' }],
    ['all gone', [], { seq: 1, problem: 'MISSING' }],
    ['two swapped', [...whole.slice(0, 2).reverse(), ...whole.slice(2)], { seq: 1, problem: 'MISSING' }],
    [
      'an event of another stream',
      [...whole.slice(0, 3), ...chain(4, 'other').slice(3)],
      { seq: 4, problem: 'FOREIGN' },
    ],
    ['another type', altered(whole, 2, { type: 'verdict.withdrawn' }), { seq: 2, problem: 'ALTERED' }],
    ['another claim', altered(whole, 2, { claimId: 'other' }), { seq: 2, problem: 'ALTERED' }],
    ['other ids', altered(whole, 2, { ids: { round: 2, verdictId: 'verdict-2' } }), { seq: 2, problem: 'ALTERED' }],
    ['another actor', altered(whole, 2, { actorId: null }), { seq: 2, problem: 'ALTERED' }],
    ['another time', altered(whole, 2, { at: '2026-11-23T12:00:00.001Z' }), { seq: 2, problem: 'ALTERED' }],
    ['other content', altered(whole, 2, { contentHash: null }), { seq: 2, problem: 'ALTERED' }],
    ['another hash', altered(whole, 4, { hash: sha256Hex('') }), { seq: 4, problem: 'ALTERED' }],
    ['a link to elsewhere', altered(whole, 3, { prevHash: sha256Hex('') }), { seq: 3, problem: 'UNLINKED' }],
    [
      'a first event that follows something',
      altered(whole, 1, { prevHash: sha256Hex('') }),
      { seq: 1, problem: 'UNLINKED' },
    ],
  ])('names the break: %s', (_case, events, expected) => {
    expect(verifyChain(events, head)).toEqual(expected)
  })

  it('sees an event that was rewritten together with its own hash', () => {
    const rewritten = whole.map(event => {
      if (event.seq !== 2) return event
      const link = { ...event, actorId: 'other' }
      return { ...link, hash: eventHash(link) }
    })
    expect(verifyChain(rewritten)).toEqual({ seq: 3, problem: 'UNLINKED' })
  })

  it('sees a history that was rewritten whole, by its head', () => {
    expect(verifyChain(chain(4, 'stream').slice(0, 3), { seq: 3, hash: head.hash })).toEqual({
      seq: 3,
      problem: 'UNLINKED',
    })
    expect(verifyChain(whole, { seq: 3, hash: whole[2]?.hash ?? null })).toEqual({ seq: 4, problem: 'UNLINKED' })
  })

  it('verifies a long history in parts', () => {
    const after = { seq: 2, hash: whole[1]?.hash ?? null }
    expect(verifyChain(whole.slice(2), head, after)).toBeNull()
    expect(verifyChain(whole.slice(2), head)).toEqual({ seq: 1, problem: 'MISSING' })
    expect(verifyChain(whole.slice(3), head, after)).toEqual({ seq: 3, problem: 'MISSING' })
  })
})
