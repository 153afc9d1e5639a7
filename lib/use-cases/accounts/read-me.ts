import { readMeContract } from '@/lib/contracts/workspace'
import { readSelf } from '@/lib/db/members'
import { defineQuery } from '../define'

/** Who is calling, and as what. */
export const readMe = defineQuery({
  contract: readMeContract,
  action: 'workspace.read',
  run: ({ db, actor }) => readSelf(db, actor),
})
