import { spawn } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { PublishedClaimDto, SnapshotDto } from '@/lib/contracts/snapshot'
import { canonicalJson, type Json, sha256Hex } from '@/lib/domain/hash'
import { demoSnapshot } from '@/lib/server/public-page/demo-snapshot.fixture'

const SCRIPT = fileURLToPath(new URL('replay.mjs', import.meta.url))

/** Runs the script as a reader would: what it printed, where, and how it ended. */
async function replay(where: string, input = '') {
  const child = spawn(process.execPath, [SCRIPT, where], { stdio: 'pipe' })
  child.stdin.end(input)
  const [out, err, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise(resolve => child.once('close', resolve)),
  ])
  return { code, out: out.trim().split('\n'), err: err.trim() }
}

const dataOf = (snapshot: SnapshotDto) => canonicalJson(snapshot as unknown as Json) // A parsed snapshot is plain JSON.

/** The demo's publication with its first claim changed. */
function withFirst(change: (claim: PublishedClaimDto) => Partial<PublishedClaimDto>): string {
  const snapshot = demoSnapshot()
  return dataOf({
    ...snapshot,
    claims: snapshot.claims.map((claim, at) => (at === 0 ? { ...claim, ...change(claim) } : claim)),
  })
}

// Each case is a process of its own, some five.
describe('replay', { timeout: 60_000 }, () => {
  it('finds the demo’s publication as published, claim by claim', async () => {
    const data = dataOf(demoSnapshot())
    expect(await replay('-', data)).toEqual({
      code: 0,
      err: '',
      out: [
        'Demo desk: Official Statement on the events in Kazakhstan (publication 1)',
        'Claim 1: Agreed Mostly false (2 of 3) — as published',
        'Claim 2: Agreed True (2 of 3) — as published',
        'Claim 3: Agreed Not checkable (3 of 3) — as published',
        'Claim 4: Agreed True (3 of 3) — as published',
        'Claim 5: Agreed Mostly true (2 of 3) — as published',
        `SHA-256 of the data: ${sha256Hex(data)}`,
        '5 of 5 claims as published.',
      ],
    })
  })

  it.each<[string, (claim: PublishedClaimDto) => Partial<PublishedClaimDto>, string]>([
    [
      'a verdict that was changed',
      ({ verdicts }) => ({ verdicts: verdicts.map((one, at) => (at === 0 ? { ...one, rating: 'TRUE' } : one)) }),
      'Claim 1: Split (no rating has the majority) — DIFFERS from what was published: status AGREED, replayed SPLIT',
    ],
    [
      'a verdict that was left out',
      ({ verdicts }) => ({ verdicts: verdicts.slice(1) }),
      'Claim 1: Too few verdicts (2, 1 missing) — DIFFERS',
    ],
    [
      'another status',
      () => ({ consensus: { status: 'SPLIT', rating: null, reason: 'SPREAD' } }),
      'Claim 1: Agreed Mostly false (2 of 3) — DIFFERS from what was published: status SPLIT, replayed AGREED',
    ],
    [
      'an approval of what nobody agreed on',
      ({ rating }) => ({ rating: rating && { ...rating, key: 'TRUE' } }),
      'Claim 1: Agreed Mostly false (2 of 3) — DIFFERS from what was published: approved rating True, replayed Mostly false',
    ],
    [
      'an override that hides what it overrides',
      () => ({ action: 'OVERRIDE', override: { agreed: null, reason: 'Because.' } }),
      'agreed rating none, replayed Mostly false',
    ],
    ['a quorum that was lowered without a reason', () => ({ quorum: 2 }), 'quorum 2, replayed 3'],
    ['a quorum below two', () => ({ quorum: 1, quorumReason: 'Busy.' }), 'quorum 1, replayed 3'],
  ])('names the claim with %s', async (_case, change, line) => {
    const { code, out } = await replay('-', withFirst(change))
    expect([code, out.at(-1)]).toEqual([1, 'Not as published: claim 1.'])
    expect(out[1]).toContain(line)
  })

  it('takes a quorum lowered with a reason as it was', async () => {
    const { code, out } = await replay(
      '-',
      withFirst(({ verdicts }) => ({
        quorum: 2,
        quorumReason: 'Two of us read Kazakh.',
        verdicts: verdicts.filter(({ rating }) => rating === 'MOSTLY_FALSE'),
      })),
    )
    expect([code, out[1]]).toEqual([0, 'Claim 1: Agreed Mostly false (2 of 2) — as published'])
  })

  it('compares what it can of a publication from before the status was written down, and says so', async () => {
    const old = demoSnapshot()
    for (const claim of old.claims) delete claim.consensus
    const { code, out } = await replay('-', dataOf(old))
    expect([code, out[1]]).toEqual([0, 'Claim 1: Agreed Mostly false (2 of 3) — as published, as far as it was'])
    expect(out.at(-3)).toContain('from before the status itself was written down')
    const [first] = old.claims
    if (first) first.verdicts = first.verdicts.map(verdict => ({ ...verdict, rating: 'TRUE' }))
    expect(await replay('-', dataOf(old))).toMatchObject({ code: 1 })
  })

  it.each([
    ['what is no JSON', '<html>', 'This is not JSON.'],
    ['other JSON', '[]', 'not a publication’s data'],
    ['a later format', '{"format":2}', 'format 2; this replay knows format 1'],
    [
      'half a publication',
      dataOf(demoSnapshot()).replace('"countedRound":1', '"countedRound":"1"'),
      'claims[0].countedRound',
    ],
    [
      'a rating off its scale',
      withFirst(({ verdicts }) => ({ verdicts: verdicts.map(verdict => ({ ...verdict, rating: 'HALF' })) })),
      'Claim 1: HALF is no rating of its scale.',
    ],
  ])('says what is wrong with %s', async (_case, input, words) => {
    const { code, err, out } = await replay('-', input)
    expect([code, out]).toEqual([2, ['']])
    expect(err).toContain(words)
  })

  it('says what is wrong with a place', async () => {
    expect(await replay('/no/such/file.json')).toMatchObject({ code: 2, err: expect.stringContaining('no such file') })
  })

  it('leaves a terminal alone', async () => {
    const { out } = await replay('-', dataOf(demoSnapshot()).replace('Demo desk', '\\u001b[2JDemo\\u202edesk'))
    expect(out[0]).toMatch(/^�\[2JDemo�desk: /)
  })

  it('reads from a public link, and says when there is nothing', async () => {
    const data = dataOf(demoSnapshot())
    const server = createServer((request, response) => {
      if (request.url === '/s/a-token/snapshot.json') response.end(data)
      else response.writeHead(request.url?.startsWith('/s/') ? 404 : 500).end()
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}` // It listens on a port.
    try {
      expect(await replay(`${at}/s/a-token`)).toMatchObject({ code: 0 })
      expect(await replay(`${at}/replay/#a-token`)).toMatchObject({ code: 0 })
      expect(await replay(`${at}/s/ended`)).toMatchObject({ code: 2, err: expect.stringContaining('have ended') })
      expect(await replay(`${at}/other`)).toMatchObject({ code: 2, err: expect.stringContaining('answered 500') })
    } finally {
      server.close()
    }
    expect(await replay(`${at}/s/a-token`)).toMatchObject({
      code: 2,
      err: expect.stringContaining('could not be reached'),
    })
  })
})
