import { listMembersContract } from '@/lib/contracts/workspace'
import { listMembers as listRows } from '@/lib/db/members'
import { defineQuery } from '../define'

/** The desk's members. */
export const listMembers = defineQuery({
  contract: listMembersContract,
  action: 'member.list',
  run: async ({ db, actor }) => ({ items: await listRows(db, actor) }),
})
