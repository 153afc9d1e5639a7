import type { PagePiece } from './slot'

/**
 * The pages last asked for, cut at their slots. They never change, so only room ends their stay; whether a link still
 * opens one is asked of the database at every request.
 * @param capacity in characters, of which one takes up to two bytes
 */
export function createPageCache(capacity: number) {
  const pages = new Map<string, { pieces: readonly PagePiece[]; size: number }>()
  let used = 0
  return {
    get(id: string): readonly PagePiece[] | undefined {
      const page = pages.get(id)
      if (!page) return undefined
      // A map keeps the order in which keys came: the one just used goes last.
      pages.delete(id)
      pages.set(id, page)
      return page.pieces
    },
    set(id: string, pieces: readonly PagePiece[]): void {
      const size = pieces.reduce((sum, piece) => sum + (typeof piece === 'string' ? piece.length : 0), 0)
      if (size > capacity || pages.has(id)) return
      pages.set(id, { pieces, size })
      used += size
      for (const [oldest, page] of pages) {
        if (used <= capacity) break
        pages.delete(oldest)
        used -= page.size
      }
    },
  }
}
