import { AppError } from '@/lib/platform/app-error'

/** Throws stale-version, with the current one, unless passages were chosen in the statement's current text. */
export function checkTextVersion(
  { versionNumber, sha256 }: { versionNumber: number; sha256: string },
  seen: number | undefined,
): void {
  if (seen === undefined || seen === versionNumber) return
  throw new AppError(
    'stale-version',
    `The statement has a newer text (version ${versionNumber}). Select the passage in that one.`,
    { current: { versionNumber, sha256 } },
  )
}
