import type { Role } from '@/lib/domain/vocabulary'

export const ROLE_LABELS: Readonly<Record<Role, string>> = {
  REVIEWER: 'Reviewer',
  EDITOR: 'Editor',
  ADMIN: 'Administrator',
}

/** What each role may do, for those who choose one or are given one. */
export const ROLE_MEANINGS: Readonly<Record<Role, string>> = {
  REVIEWER: 'Adds statements and claims, casts verdicts, discusses.',
  EDITOR: 'Does all that a reviewer does; also assigns, closes rounds, decides and publishes.',
  ADMIN: 'Does all that an editor does; also looks after members, scale, policy and what the desk says of itself.',
}
