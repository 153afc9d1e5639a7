import { db } from '../../lib/db/client'
import { clockOf } from '../../lib/db/clock'
import { appendEvents } from '../../lib/db/events'
import { lockStatement } from '../../lib/db/lock'
import type { Actor } from '../../lib/domain/actor'
import { hashSecret } from '../../lib/platform/secrets'
import { insertShare } from '../../lib/use-cases/publications/create-share'
import { publish } from '../../lib/use-cases/publications/publish'

/** Publishes what is decided and makes the one link whose token is known at every start. */
export async function publishDemo(editor: Actor, statementId: string, token: string): Promise<void> {
  const { id: publicationId } = await publish.execute(editor, { statementId }, { idempotencyKey: 'demo:publication' })
  const { workspaceId, memberId } = editor
  await db().$transaction(async tx => {
    await lockStatement(tx, editor, { statementId })
    if ((await tx.share.count({ where: { tokenHash: hashSecret(token) } })) > 0) return
    const at = await clockOf(tx)
    const share = { statementId, publicationId, label: 'Demo link', expiresAt: null, at }
    const { event } = await insertShare(tx, editor, share, token)
    await appendEvents(tx, { id: statementId, workspaceId }, memberId, at, [event])
  })
}
