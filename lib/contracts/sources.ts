import { z } from 'zod'
import { STANCES } from '@/lib/domain/vocabulary'
import { Id, OptionalHttpUrl, OptionalPartialDate, optionalText, requiredText } from './scalars'

/** The particulars of a cited document, named as CSL names them. */
export const SourceInput = z
  .strictObject({
    type: z
      .enum([
        'webpage',
        'article-newspaper',
        'article-journal',
        'report',
        'book',
        'legislation',
        'dataset',
        'broadcast',
        'interview',
        'document',
      ])
      .default('webpage'),
    title: requiredText(500),
    author: optionalText(300),
    publisher: optionalText(300),
    publishedOn: OptionalPartialDate,
    url: OptionalHttpUrl,
    reference: optionalText(1_000),
    archiveUrl: OptionalHttpUrl,
    retrievedOn: OptionalPartialDate,
    interest: optionalText(300),
  })
  .refine(source => source.url !== null || source.reference !== null, {
    path: ['url'],
    message: 'Give an address, or say where the source can be found (archive, shelf mark, broadcast).',
  })

/** One citation of a verdict being cast. */
export const CitationInput = z.strictObject({
  source: SourceInput,
  stance: z.enum(STANCES),
  quote: optionalText(4_000),
  note: optionalText(4_000),
})
export type CitationInputDto = z.infer<typeof CitationInput>

/** A cited document. */
export const Source = z
  .object({
    id: Id,
    type: z.string(),
    title: z.string(),
    author: z.string().nullable(),
    publisher: z.string().nullable(),
    publishedOn: z.string().nullable(),
    url: z.string().nullable(),
    reference: z.string().nullable(),
    archiveUrl: z.string().nullable(),
    retrievedOn: z.string().nullable(),
    interest: z.string().nullable(),
  })
  .meta({ id: 'Source' })
export type SourceDto = z.infer<typeof Source>

/** What a source does to a claim, in one verdict. */
export const Citation = z
  .object({
    id: Id,
    stance: z.enum(STANCES),
    quote: z.string().nullable(),
    note: z.string().nullable(),
    source: Source,
  })
  .meta({ id: 'Citation' })
export type CitationDto = z.infer<typeof Citation>
