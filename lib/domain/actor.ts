import type { Role } from './vocabulary'

/** Who acts: a member of one workspace. */
export type Actor = {
  readonly workspaceId: string
  readonly memberId: string
  readonly userId: string
  readonly role: Role
  /** Whether they are learning: what they cast is seen, not counted. Absent for no. */
  readonly isTrainee?: boolean
  readonly name: string
}

const NOBODY = '00000000-0000-0000-0000-000000000000'

/** The desk itself, where it acts without anyone asking: it reads within its walls and is nobody in them. */
export function deskItself(workspaceId: string): Actor {
  return { workspaceId, memberId: NOBODY, userId: NOBODY, role: 'REVIEWER', name: '' }
}
