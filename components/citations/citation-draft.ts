import type { CitationDto, CitationInputDto, SourceDto } from '@/lib/contracts/sources'
import type { Stance } from '@/lib/domain/vocabulary'
import { completeAddress } from '@/lib/domain/web-address'

/** The particulars of a source as they are typed: empty text for what is not known. */
export type SourceDraft = {
  type: CitationInputDto['source']['type']
  title: string
  author: string
  publisher: string
  publishedOn: string
  url: string
  reference: string
  archiveUrl: string
  retrievedOn: string
  interest: string
}

/** One citation of a verdict being written. */
export type CitationDraft = {
  /** Of this form alone. */
  id: string
  source: SourceDraft
  /** A source without an address says where it can be found. */
  hasAddress: boolean
  stance: Stance | null
  quote: string
  note: string
  /** Whether its particulars are being typed, rather than shown in a line. */
  isOpen: boolean
}

/** How each kind of source is called. The order is that of the list to choose from. */
export const SOURCE_TYPES: Readonly<Record<SourceDraft['type'], string>> = {
  webpage: 'Web page',
  'article-newspaper': 'News article',
  'article-journal': 'Journal article',
  report: 'Report',
  dataset: 'Data set',
  legislation: 'Law or treaty',
  book: 'Book',
  broadcast: 'Broadcast',
  interview: 'Interview',
  document: 'Document',
}

const NO_SOURCE: SourceDraft = {
  type: 'webpage',
  title: '',
  author: '',
  publisher: '',
  publishedOn: '',
  url: '',
  reference: '',
  archiveUrl: '',
  retrievedOn: '',
  interest: '',
}

/** Every particular of a source, as the API names it. */
export const SOURCE_PARTICULARS = Object.keys(NO_SOURCE) as readonly (keyof SourceDraft)[] // all keys of the type

/** An empty citation, its particulars open. `retrievedOn` is the day the reviewer looks at the source. */
export function newCitation(id: string, retrievedOn: string): CitationDraft {
  const source = { ...NO_SOURCE, retrievedOn }
  return { id, source, hasAddress: true, stance: null, quote: '', note: '', isOpen: true }
}

/** Whether nothing has been put into it yet but what a new one has. */
export function isUntouched({ source, hasAddress, stance, quote, note }: CitationDraft): boolean {
  const { type: _type, retrievedOn: _retrievedOn, ...typed } = source
  return hasAddress && stance === null && [...Object.values(typed), quote, note].every(text => text === '')
}

/** A source that was cited before, to be cited again: its particulars, but neither passage nor stance. */
export function citationOf(id: string, source: SourceDto): CitationDraft {
  return { ...newCitation(id, ''), source: sourceDraft(source), hasAddress: source.url !== null, isOpen: false }
}

/** A citation that was cast, to be cast again or changed. */
export function recast(citation: CitationDto): CitationDraft {
  const { id, source, stance, quote, note } = citation
  return { ...citationOf(id, source), stance, quote: quote ?? '', note: note ?? '' }
}

function sourceDraft(source: SourceDto): SourceDraft {
  const type = Object.keys(SOURCE_TYPES).find(known => known === source.type) as SourceDraft['type'] | undefined // a key of the table
  return {
    type: type ?? 'document',
    title: source.title,
    author: source.author ?? '',
    publisher: source.publisher ?? '',
    publishedOn: source.publishedOn ?? '',
    url: source.url ?? '',
    reference: source.reference ?? '',
    archiveUrl: source.archiveUrl ?? '',
    retrievedOn: source.retrievedOn ?? '',
    interest: source.interest ?? '',
  }
}

/**
 * What is sent for a citation: addresses with their scheme, as the form shows them once they are left. Of a source
 * without an address, one that was typed before is left out.
 */
export function citationInput({ source, hasAddress, stance, quote, note }: CitationDraft) {
  const addressOf = (typed: string) => (hasAddress ? completeAddress(typed) : null)
  return {
    source: { ...source, url: addressOf(source.url), archiveUrl: addressOf(source.archiveUrl) },
    stance,
    quote,
    note,
  }
}

/** Sources already cited, each once, those with the newest citation first, without those a draft holds already. */
export function citedBefore(citations: readonly CitationDto[], drafts: readonly CitationDraft[]): SourceDto[] {
  const inDraft = new Set(drafts.map(({ source }) => identity(source)))
  const known = new Map<string, SourceDto>()
  for (const { source } of citations) known.set(identity(source), source)
  return [...known.entries()].filter(([id]) => !inDraft.has(id)).map(([, source]) => source)
}

function identity({ url, title, reference }: Pick<SourceDto, 'url' | 'title' | 'reference'>): string {
  return url || `${title}\n${reference ?? ''}`
}
