import { listInvitesContract } from '@/lib/contracts/workspace'
import { listInviteRows } from '@/lib/db/invites'
import { defineQuery } from '../define'

/** The desk's invitations. Their links were shown once and are not kept. */
export const listInvites = defineQuery({
  contract: listInvitesContract,
  action: 'invite.list',
  async run({ db, actor }) {
    const invites = await listInviteRows(db, actor)
    return { items: invites.map(invite => ({ ...invite, url: null })) }
  },
})
