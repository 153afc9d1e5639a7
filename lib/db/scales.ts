import { contentHash } from '@/lib/domain/hash'
import { RATING_TONES, type Rating, type RatingScale } from '@/lib/domain/scale'
import { newSalt } from '@/lib/platform/secrets'
import type { Tx } from './client'

type Stamp = { workspaceId: string; authorId: string | null; at: Date }

/** Writes one immutable version with its ratings and returns the content hash that its event announces. */
export async function insertScale(tx: Tx, stamp: Stamp, scale: RatingScale): Promise<string> {
  const { version, name } = scale
  const ratings = scale.ratings.map(ratingBody)
  const salt = newSalt()
  const hash = contentHash(salt, 'scale', { version, name, ratings })
  await tx.scaleVersion.create({ data: { ...stamp, version, name, salt, contentHash: hash } })
  await tx.rating.createMany({
    data: ratings.map((rating, ord) => ({ ...rating, ord, workspaceId: stamp.workspaceId, scaleVersion: version })),
  })
  return hash
}

/** The scale of that version, which a claim of this desk pins or the desk itself names. */
export async function readScale(tx: Tx, workspaceId: string, version: number) {
  const row = await tx.scaleVersion.findUniqueOrThrow({
    where: { workspaceId_version: { workspaceId, version } },
    include: inOrder,
  })
  return scaleOf(row)
}

/** Every version of the desk's scale, newest first. */
export async function listScaleVersions(tx: Tx, workspaceId: string) {
  const rows = await tx.scaleVersion.findMany({
    where: { workspaceId },
    orderBy: { version: 'desc' },
    include: inOrder,
  })
  return rows.map(row => ({ ...scaleOf(row), at: row.at.toISOString() }))
}

const inOrder = { ratings: { orderBy: { ord: 'asc' } } } as const

type RatingRow = Omit<Rating, 'tone'> & { tone: string }

function scaleOf(row: { version: number; name: string; ratings: RatingRow[] }) {
  return { version: row.version, name: row.name, ratings: row.ratings.map(rating => ratingBody(toned(rating))) }
}

function toned(row: RatingRow): Rating {
  const tone = RATING_TONES.find(known => known === row.tone)
  if (!tone) throw new RangeError(`rating ${row.key} wears the unknown tone ${row.tone}`)
  return { ...row, tone }
}

/** Exactly what the content hash covers of a rating. */
export function ratingBody({ key, label, definition, position, tone, requiresCitation }: Rating) {
  return { key, label, definition, position, tone, requiresCitation }
}
