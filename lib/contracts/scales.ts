import { z } from 'zod'
import { MAX_DEFINITION_LENGTH, MAX_LABEL_LENGTH, MAX_RATINGS, RATING_TONES } from '@/lib/domain/scale'
import { defineContract } from './contract'
import { requiredText, Timestamp, Version } from './scalars'

const Rating = z
  .object({
    key: z.string(),
    label: z.string(),
    definition: z.string(),
    position: z.int().nullable(),
    tone: z.enum(RATING_TONES),
    requiresCitation: z.boolean(),
  })
  .meta({ id: 'Rating' })

export const Scale = z
  .object({ version: z.int(), name: z.string(), ratings: z.array(Rating) })
  .meta({ id: 'RatingScale' })
export type ScaleDto = z.infer<typeof Scale>

export const listScalesContract = defineContract(
  'listScales',
  'GET /workspace/scales',
  'Every version of the rating scale, newest first.',
  z.strictObject({}),
  z.object({ items: z.array(Scale.extend({ at: Timestamp })) }),
)

export const setScaleContract = defineContract(
  'setScale',
  'POST /workspace/scales',
  'Sets a new version of the scale. Claims that exist keep the one they started with.',
  z.strictObject({
    basedOn: Version,
    name: requiredText(120),
    ratings: z
      .array(
        z.strictObject({
          key: z.string().regex(/^[A-Z][A-Z0-9_]{0,39}$/, 'Use capitals, digits and underscores, such as MOSTLY_TRUE.'),
          label: requiredText(MAX_LABEL_LENGTH),
          definition: requiredText(MAX_DEFINITION_LENGTH),
          position: z.int().min(1).max(20).nullable(),
          tone: z.enum(RATING_TONES),
          requiresCitation: z.boolean(),
        }),
      )
      .min(2)
      .max(MAX_RATINGS),
  }),
  Scale,
  { status: 201 },
)
