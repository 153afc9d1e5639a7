import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type SpreadClaim, type SpreadMember, spreadEvenly } from './spread-evenly'

const PEOPLE = ['almond', 'birch', 'cedar', 'hazel', 'juniper', 'larch']

/** "ab/c": almond and birch are seated, cedar is excluded; one letter a member. */
function claim(id: string, text = '/'): SpreadClaim {
  const named = (letters: string) => [...letters].map(letter => PEOPLE.find(name => name.startsWith(letter)) ?? letter)
  const [seated = '', excluded = ''] = text.split('/')
  return { id, seated: named(seated), excluded: named(excluded) }
}

function members(...loads: number[]): SpreadMember[] {
  return loads.map((load, place) => ({ id: PEOPLE[place] ?? '', load }))
}

describe('spreadEvenly', () => {
  it.each<[string, SpreadClaim[], SpreadMember[], number | null, string[]]>([
    ['everyone, for null', [claim('1')], members(0, 5, 0), null, ['almond birch cedar']],
    ['everyone but who is seated or excluded', [claim('1', 'a/b')], members(0, 0, 0), null, ['cedar']],
    ['the least loaded first', [claim('1')], members(3, 0, 1), 2, ['birch cedar']],
    ['up to the places that are free', [claim('1', 'ab/')], members(0, 0, 0, 0), 3, ['cedar|hazel']],
    ['counting who is seated and was not chosen', [claim('1', 'lj/')], members(0, 1), 3, ['almond']],
    ['nobody where all places are taken', [claim('1', 'abc/')], members(0, 0, 0, 0), 3, ['']],
    ['fewer than wanted where too few may', [claim('1', '/ab')], members(0, 0, 0), 3, ['cedar -2']],
    ['nobody to choose from', [claim('1')], [], 3, [' -3']],
    // Greedily birch would take the first claim, which leaves both others to them alone.
    [
      'one who may rate little makes room for others',
      [claim('1'), claim('2', '/a'), claim('3', '/a')],
      members(0, 0),
      1,
      ['almond', 'birch', 'birch'],
    ],
  ])('%s', (_case, claims, chosen, perClaim, expected) => {
    const said = spreadEvenly(claims, chosen, perClaim).map(
      ({ added, missing }) => added.join(' ') + (missing > 0 ? ` -${missing}` : ''),
    )
    expect(said).toEqual(expected.map((one, place) => (one.split('|').includes(said[place] ?? '') ? said[place] : one)))
  })

  it('does not let the same two rate everything together', () => {
    const claims = Array.from({ length: 24 }, (_, place) => claim(`claim ${place}`))
    const pairs = spreadEvenly(claims, members(0, 0, 0, 0), 2).map(({ added }) => added.join(' '))
    expect(new Set(pairs).size).toBeGreaterThan(3)
  })
})

const someone = fc.integer({ min: 0, max: 3 })
const some = fc.uniqueArray(someone, { maxLength: 3 }).map(places => places.map(place => PEOPLE[place] ?? ''))
const anyClaims = fc
  .array(fc.record({ seated: some, excluded: some }), { maxLength: 4 })
  .map(claims => claims.map((rest, place) => ({ id: `claim ${place}`, ...rest })))
const anyMembers = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 4 }).map(loads => members(...loads))
const perClaim = fc.integer({ min: 1, max: 3 })

function loadsAfter(chosen: readonly SpreadMember[], added: readonly (readonly string[])[]): number[] {
  return chosen.map(({ id, load }) => load + added.filter(ids => ids.includes(id)).length)
}

function unevenness(loads: readonly number[]): number {
  return loads.reduce((sum, load) => sum + load * load, 0)
}

/** Every way to choose `count` of the ids. */
function choices(ids: readonly string[], count: number): string[][] {
  if (count === 0) return [[]]
  return ids.flatMap((id, place) => choices(ids.slice(place + 1), count - 1).map(rest => [id, ...rest]))
}

describe('spreadEvenly, whatever it is given', () => {
  it('asks nobody twice, nobody excluded, and as many as may be', () => {
    fc.assert(
      fc.property(anyClaims, anyMembers, perClaim, (claims, chosen, wanted) => {
        spreadEvenly(claims, chosen, wanted).forEach(({ claimId, added, missing }, place) => {
          const { id, seated, excluded } = claims[place] ?? claim('none')
          const open = chosen.map(member => member.id).filter(who => ![...seated, ...excluded].includes(who))
          const places = Math.max(0, wanted - seated.length)
          expect(claimId).toBe(id)
          expect(added.every(who => open.includes(who))).toBe(true)
          expect(new Set(added).size).toBe(added.length)
          expect(added.length).toBe(Math.min(places, open.length))
          expect(missing).toBe(places - added.length)
        })
      }),
    )
  })

  it('leaves the loads as even as the best of all ways to do it', () => {
    fc.assert(
      fc.property(anyClaims, anyMembers, perClaim, (claims, chosen, wanted) => {
        const spread = spreadEvenly(claims, chosen, wanted)
        let ways: string[][][] = [[]]
        claims.forEach(({ seated, excluded }, place) => {
          const open = chosen.map(member => member.id).filter(who => ![...seated, ...excluded].includes(who))
          const options = choices(open, spread[place]?.added.length ?? 0)
          ways = ways.flatMap(way => options.map(option => [...way, option]))
        })
        const best = Math.min(...ways.map(way => unevenness(loadsAfter(chosen, way))))
        const added = spread.map(one => one.added)
        expect(unevenness(loadsAfter(chosen, added))).toBe(best)
      }),
      { numRuns: 300 },
    )
  })

  it('differs by at most one where nobody is excluded and all began alike', () => {
    const many = fc
      .integer({ min: 0, max: 40 })
      .map(count => Array.from({ length: count }, (_, n) => claim(`claim ${n}`)))
    fc.assert(
      fc.property(many, fc.integer({ min: 1, max: 6 }), perClaim, (claims, count, wanted) => {
        const chosen = members(...Array<number>(count).fill(2))
        const loads = loadsAfter(
          chosen,
          spreadEvenly(claims, chosen, wanted).map(({ added }) => added),
        )
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('gives the same answer again', () => {
    fc.assert(
      fc.property(anyClaims, anyMembers, perClaim, (claims, chosen, wanted) => {
        expect(spreadEvenly(claims, chosen, wanted)).toEqual(spreadEvenly(claims, chosen, wanted))
      }),
    )
  })
})
