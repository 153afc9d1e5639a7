/** The number of unread notices, as it is announced: “3 unread notices”. */
export function unreadInWords(unread: number): string {
  if (unread === 0) return 'No unread notices'
  return unread === 1 ? '1 unread notice' : `${unread} unread notices`
}
