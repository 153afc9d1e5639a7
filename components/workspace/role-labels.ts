import type { Role } from '@/lib/domain/vocabulary'

export const ROLE_LABELS: Readonly<Record<Role, string>> = {
  REVIEWER: 'Reviewer',
  EDITOR: 'Editor',
  ADMIN: 'Administrator',
}

/** What each role adds, for those who choose one. */
export const ROLE_MEANINGS: Readonly<Record<Role, string>> = {
  REVIEWER: 'Adds statements and claims, casts verdicts, discusses.',
  EDITOR: 'All of that; also assigns, closes rounds, decides and publishes.',
  ADMIN: 'All of that; also members, scale, policy and what the desk says of itself.',
}
