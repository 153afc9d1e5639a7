import type { z } from 'zod'
import { previewVersionContract } from '@/lib/contracts/versions'
import { readCurrentText } from '@/lib/db/claim-revisions'
import type { Tx } from '@/lib/db/client'
import { readSeq } from '@/lib/db/events-read'
import { atOneMoment } from '@/lib/db/one-moment'
import type { Actor } from '@/lib/domain/actor'
import { compareSpans } from '@/lib/domain/span-order'
import { defineQuery } from '../define'
import { canonicalText } from '../statements/imported-text'
import { mapCurrent } from './map-current'

type Reply = z.input<typeof previewVersionContract.output>

/** What a new text would do to every passage, before anyone adds it. Stores nothing. */
export const previewVersion = defineQuery({
  contract: previewVersionContract,
  action: 'version.add',
  run: ({ db, actor, input }) => atOneMoment(db, tx => preview(tx, actor, input.statementId, input.text)),
})

async function preview(tx: Tx, actor: Actor, statementId: string, raw: string): Promise<Reply> {
  await readSeq(tx, actor, statementId) // Says so where there is no such statement.
  const current = await readCurrentText(tx, actor, statementId)
  const { text, sha256, wordCount } = canonicalText(raw)
  const basedOn = current.versionNumber
  const { targets, mapped, counts } = await mapCurrent(tx, actor, current, text)
  const unanchored = targets.flatMap((target, index): Reply['unanchored'] => {
    const now = mapped[index]
    if (!now || now.anchorState === 'ANCHORED' || !target.isLive) return []
    const { exact, prefix, suffix, start, end, anchorState } = now
    const { targetId, claimId, claimReviewed } = target
    const passage = { versionNumber: basedOn + 1, exact, prefix, suffix, start, end }
    return [
      {
        targetId,
        claimId,
        claimReviewed,
        state: anchorState,
        was: {
          versionNumber: target.anchoredIn,
          exact: target.exact,
          prefix: target.prefix,
          suffix: target.suffix,
          start: target.start,
          end: target.end,
        },
        now: anchorState === 'ORPHANED' ? null : passage,
      },
    ]
  })
  // Of equal places the claim that was made first; a claim's own stay in their order.
  const placeOf = ({ claimId: id, was, now }: Reply['unanchored'][number]) => ({ id, ...(now ?? was) })
  return {
    basedOn,
    text,
    sha256,
    wordCount,
    isSame: sha256 === current.sha256,
    anchors: counts,
    unanchored: unanchored.sort((one, other) => compareSpans(placeOf(one), placeOf(other))),
  }
}
