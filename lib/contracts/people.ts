import { z } from 'zod'
import { Id } from './scalars'

/** A member as others see them: never with an e-mail address. */
export const Person = z.object({ id: Id, name: z.string() }).meta({ id: 'Person' })
export type PersonDto = z.infer<typeof Person>

/** Whether the actor may do something to a thing, and if not, why, in one sentence. */
export const Permission = z.object({ allowed: z.boolean(), reason: z.string().nullable() }).meta({ id: 'Permission' })
export type PermissionDto = z.infer<typeof Permission>

/** A sentence in parts. Where `rating` names a rating's key, `text` is its label and a screen dresses it. */
export const SentencePart = z.object({ text: z.string(), rating: z.string().optional() })
export const Sentence = z.array(SentencePart).max(200).meta({ id: 'Sentence' })
export type SentenceDto = z.infer<typeof Sentence>
