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
