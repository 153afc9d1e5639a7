import { z } from 'zod'

/** RFC 9457 problem details. `errors` names the field to change; `current` is the state a stale edit missed. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string(),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .max(100)
      .optional(),
    current: z.unknown().optional(),
    requestId: z.string().optional(),
  })
  .meta({ id: 'Problem' })

export type ProblemDto = z.infer<typeof Problem>
