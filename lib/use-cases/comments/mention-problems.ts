import { strangersAmong } from '@/lib/db/assignments'
import type { Tx } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/actor'
import type { Problem } from '@/lib/domain/problem'

/** Names each of the mentioned who is not a member of the desk now; `kept` were mentioned before and may have left since. */
export async function mentionProblems(
  tx: Tx,
  actor: Actor,
  mentionIds: readonly string[],
  kept: readonly string[] = [],
): Promise<Problem[]> {
  const strangers = await strangersAmong(
    tx,
    actor,
    mentionIds.filter(id => !kept.includes(id)),
  )
  return mentionIds.flatMap((id, index) =>
    strangers.includes(id)
      ? [{ path: `mentionIds.${index}`, message: 'This is not a member of this desk. Address someone else.' }]
      : [],
  )
}
