import { listPoliciesContract } from '@/lib/contracts/policies'
import { listPolicyVersions } from '@/lib/db/policies'
import { defineQuery } from '../define'

/** Every version of the desk's consensus policy. */
export const listPolicies = defineQuery({
  contract: listPoliciesContract,
  action: 'policy.list',
  run: async ({ db, actor }) => ({ items: await listPolicyVersions(db, actor.workspaceId) }),
})
