/** Where the holder of an invitation joins. */
export function invitePath(token: string): string {
  return `/invite/${token}`
}

/** Where the holder of a reset link sets a new password. */
export function resetPath(token: string): string {
  return `/reset-password/${token}`
}
