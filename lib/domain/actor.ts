import type { Role } from './vocabulary'

/** Who acts: a member of one workspace. */
export type Actor = {
  readonly workspaceId: string
  readonly memberId: string
  readonly userId: string
  readonly role: Role
  readonly name: string
}
