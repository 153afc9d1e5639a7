import { deepStrictEqual, strictEqual } from 'node:assert/strict'
import { readStatementText } from '../../lib/use-cases/statements/read-statement-text'
import { listRepairs } from '../../lib/use-cases/versions/list-repairs'
import { listVersions } from '../../lib/use-cases/versions/list-versions'
import { toldPassage } from './claim-view'
import { checkWords } from './compare'
import { type Desk, isSuspended, type Name } from './desk-state'
import type { Game } from './plan'
import { actorOf } from './real-desk'
import { mayDo } from './rights'
import { type State, stateOf, textOf } from './texts'

/** The current text, what became of all passages in it, and which of them wait for a person. */
export async function checkTexts({ desk, real }: Game, who: Name): Promise<void> {
  const actor = actorOf(real, desk, who)
  const { statementId } = real
  const { items: versions } = await listVersions.execute(actor, { statementId })
  strictEqual(versions.length, desk.text.version)
  const { text } = await readStatementText.execute(actor, { statementId, number: desk.text.version })
  strictEqual(text, textOf(desk.text))
  const passages = desk.claims.flatMap(claim => claim.passages)
  const count = (state: State) => passages.filter(passage => stateOf(desk.text, passage) === state).length
  const anchors = { anchored: count('ANCHORED'), changed: count('CHANGED'), orphaned: count('ORPHANED') }
  deepStrictEqual(versions.at(-1)?.anchors, anchors, 'what became of all passages')

  const repairs = await listRepairs.execute(actor, { statementId })
  checkWords(desk, who, JSON.stringify(repairs))
  strictEqual(repairs.total, repairs.items.length)
  deepStrictEqual(repairs.anchors, anchors)
  deepStrictEqual(
    repairs.items
      .map(({ claim, state, was, now, may }) => {
        const words = `${state}: ${now?.exact ?? was.exact}, in ${was.versionNumber}: ${was.exact}`
        return `${real.claims.indexOf(claim.id)} ${words} ${may.repair.allowed}`
      })
      .sort(),
    expectedRepairs(desk, who),
    `the passages that wait, as ${who} sees them`,
  )
}

function expectedRepairs(desk: Desk, who: Name): string[] {
  return desk.claims
    .flatMap((claim, index) => {
      const waiting = claim.passages.filter(passage => stateOf(desk.text, passage) !== 'ANCHORED')
      const words = waiting.map(one => `${index} ${toldPassage(desk.text, one)} ${mayDo(desk, who, claim, 'repair')}`)
      return isSuspended(desk, claim) ? words : []
    })
    .sort()
}
