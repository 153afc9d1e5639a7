import { readFileSync } from 'node:fs'
import { DEFAULT_POLICY } from '@/lib/domain/consensus-policy'
import { sha256Hex } from '@/lib/domain/hash'
import { DEFAULT_SCALE } from '@/lib/domain/scale'
import type { DecisionAction, Stance } from '@/lib/domain/vocabulary'
import type { Material } from './build-snapshot'

type DemoVerdict = {
  reviewer: string
  rating: string
  rationale: string
  citations: { citation: string; stance: Stance }[]
}
type Demo = {
  statement: { title: string; claimant: string; claimantRole: string; appearance: string; context: string }
  people: { id: string; name: string }[]
  citations: {
    id: string
    url: string
    title: string
    publisher: string
    publishedOn: string | null
    finding: string
  }[]
  claims: {
    id: string
    claimReviewed: string
    claimant: string | null
    targets: { exact: string }[]
    rounds: { round: number; state: 'OPEN' | 'CLOSED'; verdicts: DemoVerdict[] }[]
    decision: {
      by: string
      action: DecisionAction
      rating: string | null
      explanation: string | null
      note: string
    } | null
  }[]
}

const AT = new Date('2026-11-23T10:00:00.000Z')
const ids = { workspaceId: 'w', salt: '', contentHash: '' }

function read(file: string): string {
  return readFileSync(new URL(`../../../prisma/demo/${file}`, import.meta.url), 'utf8')
}

/** What a publication of the demo desk would be made of: for trying the snapshot and the page without a database. */
export function demoMaterial(): Material {
  const demo = JSON.parse(read('demo.json')) as Demo // The file is part of the project and checked by its own tests.
  const text = read('statement.txt').trimEnd()
  return {
    desk: {
      name: 'Demo desk',
      funding: 'This is a demo desk: it has no funders. A desk says here who pays for its work.',
      correctionsPolicy: 'When a check turns out to be wrong or incomplete we correct it in public.',
      contactEmail: 'corrections@demo.example',
      namesReviewers: false,
      isSample: true,
    },
    statement: {
      ...demo.statement,
      id: 's',
      saidOn: null,
      language: 'en',
      direction: 'ltr',
      versionNumber: 1,
      sha256: sha256Hex(text),
      retrievedAt: AT.toISOString(),
    },
    text,
    scales: [DEFAULT_SCALE],
    policies: [{ version: 1, ...DEFAULT_POLICY }],
    claims: demo.claims.flatMap(claim => decided(demo, text, claim)),
    contacts: new Map(),
    underReview: [],
    corrections: [],
  }
}

function decided(demo: Demo, text: string, claim: Demo['claims'][number]): Material['claims'][number][] {
  const { decision } = claim
  const round = claim.rounds.at(-1)
  if (!decision || !round || decision.action === 'RETURN') return []
  const nameOf = (id: string) => demo.people.find(person => person.id === id)?.name ?? id
  return [
    {
      id: claim.id,
      claimReviewed: claim.claimReviewed,
      claimant: claim.claimant,
      saidOn: null,
      revision: 1,
      policyVersion: 1,
      scaleVersion: 1,
      quorum: null,
      quorumReason: null,
      decision: {
        ...ids,
        id: `${claim.id} decision`,
        claimId: claim.id,
        round: round.round,
        number: 1,
        action: decision.action,
        scaleVersion: 1,
        rating: decision.rating,
        explanation: decision.explanation,
        reason: decision.action === 'APPROVE' ? null : decision.note,
        ratedAsOf: '2022-01',
        deciderId: decision.by,
        boundHash: sha256Hex(claim.id),
        at: AT,
      },
      rounds: claim.rounds.map(({ round }) => ({ number: round, ending: 'COUNTED' as const, claimRevision: 1 })),
      targets: claim.targets.map(({ exact }, ord) => target(text, claim.id, exact, ord)),
      verdicts: round.verdicts.map(verdict => ({
        round: round.round,
        reviewerId: verdict.reviewer,
        reviewerName: nameOf(verdict.reviewer),
        isWithdrawal: false,
        rating: verdict.rating,
        rationale: verdict.rationale,
        citations: verdict.citations.map(({ citation, stance }) => cited(demo, citation, stance)),
      })),
    },
  ]
}

function target(text: string, claimId: string, exact: string, ord: number) {
  // The demo's quotes write the text's line breaks as spaces.
  const start = text.replaceAll('\n', ' ').indexOf(exact)
  const end = start + exact.length
  return {
    workspaceId: 'w',
    id: `${claimId} ${ord}`,
    claimId,
    claimRevision: 1,
    statementId: 's',
    versionNumber: 1,
    ord,
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - 32), start),
    suffix: text.slice(end, end + 32),
    start,
    end,
    anchorState: 'ANCHORED' as const,
    anchoredIn: 1,
  }
}

function cited(demo: Demo, id: string, stance: Stance) {
  const source = demo.citations.find(citation => citation.id === id)
  if (!source) throw new Error(`no source ${id}`)
  const { title, publisher, publishedOn, url, finding } = source
  return {
    stance,
    quote: null,
    note: finding,
    source: {
      workspaceId: 'w',
      id,
      type: 'webpage',
      title,
      author: null,
      publisher,
      publishedOn,
      url,
      reference: null,
      archiveUrl: null,
      retrievedOn: null,
      documentHash: null,
      interest: null,
      fingerprint: id,
      createdById: 'r1',
      createdAt: AT,
    },
  }
}
