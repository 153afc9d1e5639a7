import type { Metadata } from 'next'
import { InviteSection } from '@/components/settings/invite-section'
import { MemberList } from '@/components/settings/member-list'
import { can } from '@/lib/domain/policy'
import { requirePageActor } from '@/lib/server/page-actor'
import { listInvites } from '@/lib/use-cases/workspace/list-invites'
import { listMembers } from '@/lib/use-cases/workspace/list-members'

export const metadata: Metadata = { title: 'Members' }

export default async function MembersPage() {
  const actor = await requirePageActor('/settings/members')
  const [members, invites] = await Promise.all([
    listMembers.execute(actor, {}),
    can(actor, 'invite.list').allowed ? listInvites.execute(actor, {}) : null,
  ])
  return (
    <>
      <MemberList members={members.items} />
      {invites ? <InviteSection invites={invites.items} /> : null}
    </>
  )
}
