/** A claim that reviewers are spread over. All lists hold member ids. */
export interface SpreadClaim {
  readonly id: string
  /** Who fills one of its places already, whether chosen or not. */
  readonly seated: readonly string[]
  /** Who is not asked again. */
  readonly excluded: readonly string[]
}

export interface SpreadMember {
  readonly id: string
  /** How many claims wait for them already. */
  readonly load: number
}

export interface Spread {
  readonly claimId: string
  readonly added: readonly string[]
  /** How many of its places stay empty. */
  readonly missing: number
}

/**
 * Fills each claim up to `perClaim` reviewers, or gives it all of them for null, so that the members' loads end as even
 * as the exclusions allow: no assignment that was made here could move, over any chain of others, from one member to
 * another who carries two fewer. (Harvey, Ladner, Lovász and Tamir, "Semi-matchings for bipartite graphs and load
 * balancing", 2006: without such a chain the loads are as even as can be.)
 *
 * The same input gives the same answer. Members who are equally loaded take turns by a hash, so that the same ones do not
 * always rate together. Ids come out in the members' order.
 */
export function spreadEvenly(
  claims: readonly SpreadClaim[],
  members: readonly SpreadMember[],
  perClaim: number | null,
): Spread[] {
  const load = new Map(members.map(({ id, load }) => [id, load]))
  const dealt = claims.map(claim => deal(claim, members, load, perClaim))
  if (perClaim !== null) level(dealt, load)
  const order = new Map(members.map(({ id }, place) => [id, place]))
  const inOrder = (ids: Iterable<string>) => [...ids].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
  return dealt.map(({ id, added, missing }) => ({ claimId: id, added: inOrder(added), missing }))
}

type Dealt = { id: string; added: Set<string>; open: readonly string[]; missing: number }

/** Gives the claim the least loaded of those who may be asked, and counts that. */
function deal(
  { id, seated, excluded }: SpreadClaim,
  members: readonly SpreadMember[],
  load: Map<string, number>,
  perClaim: number | null,
): Dealt {
  const open = members.map(member => member.id).filter(who => !seated.includes(who) && !excluded.includes(who))
  const places = perClaim === null ? open.length : Math.max(0, perClaim - seated.length)
  const turn = new Map(open.map(who => [who, turnOf(id, who)]))
  const byLoad = open.toSorted(
    (a, b) => (load.get(a) ?? 0) - (load.get(b) ?? 0) || (turn.get(a) ?? 0) - (turn.get(b) ?? 0) || (a < b ? -1 : 1),
  )
  const added = new Set(byLoad.slice(0, places))
  for (const who of added) load.set(who, (load.get(who) ?? 0) + 1)
  return { id, added, open, missing: places - added.size }
}

/** Moves assignments along chains until none makes the loads more even. Ends: each move lowers the sum of their squares. */
function level(dealt: readonly Dealt[], load: Map<string, number>): void {
  const heaviestFirst = () =>
    [...load.keys()].sort((a, b) => (load.get(b) ?? 0) - (load.get(a) ?? 0) || (a < b ? -1 : 1))
  for (let from = nextRelief(dealt, load, heaviestFirst()); from; from = nextRelief(dealt, load, heaviestFirst())) {
    for (const { claim, giver, taker } of from) {
      claim.added.delete(giver)
      claim.added.add(taker)
    }
    const [first, last] = [from.at(0), from.at(-1)]
    if (first) load.set(first.giver, (load.get(first.giver) ?? 0) - 1)
    if (last) load.set(last.taker, (load.get(last.taker) ?? 0) + 1)
  }
}

type Move = { claim: Dealt; giver: string; taker: string }

/** The shortest chain from one of the members to one who carries at least two fewer; null when there is none. */
function nextRelief(dealt: readonly Dealt[], load: Map<string, number>, givers: readonly string[]): Move[] | null {
  const least = Math.min(...load.values())
  for (const start of givers) {
    const most = load.get(start) ?? 0
    if (most - least < 2) return null
    const reached = new Map<string, Move | null>([[start, null]])
    for (const giver of reached.keys()) {
      for (const claim of dealt) {
        if (!claim.added.has(giver)) continue
        for (const taker of claim.open) {
          if (reached.has(taker) || claim.added.has(taker)) continue
          reached.set(taker, { claim, giver, taker })
          if (most - (load.get(taker) ?? 0) >= 2) return chainTo(taker, reached)
        }
      }
    }
  }
  return null
}

function chainTo(end: string, reached: ReadonlyMap<string, Move | null>): Move[] {
  const chain: Move[] = []
  for (let move = reached.get(end); move; move = reached.get(move.giver)) chain.unshift(move)
  return chain
}

/** FNV-1a, 32 bits: where a member stands in the turns of a claim. */
function turnOf(claimId: string, memberId: string): number {
  let hash = 0x811c9dc5
  for (const character of `${claimId} ${memberId}`) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  }
  return hash
}
