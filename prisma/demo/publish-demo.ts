import { db } from '../../lib/db/client'
import { clockOf } from '../../lib/db/clock'
import { appendEvents } from '../../lib/db/events'
import type { Actor } from '../../lib/domain/actor'
import { insertShare } from '../../lib/use-cases/publications/create-share'
import { publish } from '../../lib/use-cases/publications/publish'

/** Publishes what is decided and opens the one link whose token the desk's owner can know at every start. */
export async function publishDemo(editor: Actor, statementId: string, token: string): Promise<void> {
  const { id: publicationId } = await publish.execute(editor, { statementId })
  const { workspaceId, memberId } = editor
  await db().$transaction(async tx => {
    const at = await clockOf(tx)
    const { event } = await insertShare(
      tx,
      editor,
      { statementId, publicationId, label: 'Demo link', expiresAt: null, at },
      token,
    )
    await appendEvents(tx, { id: statementId, workspaceId }, memberId, at, [event])
  })
}
