import { createShare } from '../../lib/use-cases/publications/create-share'
import { publish } from '../../lib/use-cases/publications/publish'
import { approveAs, castAll, makeClaim } from './claims'
import { type Desk, makeDesk, makeStatement } from './factories'

export type PublishedDesk = {
  desk: Desk
  statementId: string
  claimId: string
  publicationId: string
  shareId: string
  /** The link's own, of 43 characters. */
  token: string
}

/** A desk with one statement, one approved claim, published and shared by a link. */
export async function makePublishedDesk(): Promise<PublishedDesk> {
  const desk = await makeDesk()
  const { maple, oak } = desk.actors
  const { id: statementId } = await makeStatement(desk)
  const { id: claimId } = await makeClaim(desk, { statementId })
  await castAll(desk, claimId, ['FALSE', 'FALSE', 'FALSE'])
  await approveAs(oak, claimId)
  const { id: publicationId } = await publish.execute(maple, { statementId })
  const { id: shareId, url } = await createShare.execute(maple, { statementId })
  return { desk, statementId, claimId, publicationId, shareId, token: new URL(url ?? '').pathname.slice(3) }
}
