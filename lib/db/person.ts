/** What relations to a member select so that `personOf` can name them. */
export const personFields = { select: { id: true, user: { select: { name: true } } } } as const

/** A member as replies name them; what the departed did stays theirs. */
export function personOf({ id, user }: { id: string; user: { name: string } }): { id: string; name: string } {
  return { id, name: user.name }
}
