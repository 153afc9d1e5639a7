'use client'

import { useDesk } from '@/components/workspace/desk-frame'
import { can } from '@/lib/domain/policy'

type RoleAction = 'workspace.edit' | 'policy.set' | 'scale.set' | 'member.edit' | 'invite.list'

/** Whether the person at the desk may do what depends on their role alone. */
export function useMay(action: RoleAction): boolean {
  const { me } = useDesk()
  return can({ memberId: me.id, role: me.role }, action).allowed
}
