import { readWorkspaceContract } from '@/lib/contracts/workspace'
import { readWorkspaceOf } from '@/lib/db/workspace'
import { defineQuery } from '../define'

/** The desk with its current scale and policy. */
export const readWorkspace = defineQuery({
  contract: readWorkspaceContract,
  action: 'workspace.read',
  run: ({ db, actor }) => readWorkspaceOf(db, actor.workspaceId),
})
