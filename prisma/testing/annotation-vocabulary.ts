import { readFileSync } from 'node:fs'
import jsonld from 'jsonld'

/** A node of expanded JSON-LD. */
type Node = { readonly '@id'?: string; readonly '@type'?: readonly string[] } & Readonly<Record<string, unknown>>

const OA = 'http://www.w3.org/ns/oa#'
const AS = 'http://www.w3.org/ns/activitystreams#'
const XSD = 'http://www.w3.org/2001/XMLSchema#'
const DCTERMS = 'http://purl.org/dc/terms/'
const COUNT = `${XSD}nonNegativeInteger`
const MOMENT = `${XSD}dateTime`

/** The W3C's own context (https://www.w3.org/ns/anno.jsonld, W3C Software and Document License), so that nothing is asked of the network. */
const CONTEXT: unknown = JSON.parse(readFileSync(new URL('./anno-context.json', import.meta.url), 'utf8'))

/**
 * What is wrong with a page or a collection of annotations by the Web Annotation Data Model
 * (https://www.w3.org/TR/annotation-model/, sections 3.1 to 5.2): read as linked data, with its rules written as checks of the graph,
 * as shapes would have them. Throws where a term is none of the context's, or an IRI is none.
 */
export async function vocabularyProblems(document: object): Promise<string[]> {
  const [root] = await jsonld.expand(document, {
    safe: true,
    documentLoader: async url => {
      if (url !== 'http://www.w3.org/ns/anno.jsonld') throw new Error(`asked for ${url}`)
      return { contextUrl: null, documentUrl: url, document: CONTEXT }
    },
  })
  const problems: string[] = []
  const report = (where: string, holds: boolean, rule: string) => {
    if (!holds) problems.push(`${where}: ${rule}`)
  }
  checkSet(root as Node, report) // What expansion returns.
  return problems
}

type Report = (where: string, holds: boolean, rule: string) => void

function checkSet(node: Node, report: Report): void {
  if (isA(node, `${AS}OrderedCollectionPage`)) {
    report('page', isIri(node['@id']), 'has one IRI')
    const partOf = all(node, `${AS}partOf`)
    report('page', partOf.length === 1, 'is part of one collection')
    for (const collection of partOf) checkCollection(collection, report)
    report('page', all(node, `${AS}startIndex`).every(isTyped(COUNT)), 'starts at a count')
    for (const beside of ['next', 'prev']) {
      const to = all(node, AS + beside)
      report('page', to.length <= 1 && to.every(one => isIri(one['@id'])), `has at most one ${beside}`)
    }
    const lists = all(node, `${AS}items`)
    report('page', lists.length === 1, 'has one list of items')
    const items = lists.flatMap(list => (list['@list'] ?? []) as Node[]) // A list object of expanded JSON-LD.
    items.forEach((item, index) => {
      checkAnnotation(item, `item ${index}`, report)
    })
    return
  }
  checkCollection(node, report)
}

function checkCollection(node: Node, report: Report): void {
  report('collection', isA(node, `${AS}OrderedCollection`), 'is an AnnotationCollection')
  report('collection', isIri(node['@id']), 'has one IRI')
  const total = all(node, `${AS}totalItems`)
  report('collection', total.length === 1 && total.every(isTyped(COUNT)), 'has one total')
  for (const end of ['first', 'last']) {
    const pages = all(node, AS + end)
    report('collection', pages.length === 1 && pages.every(page => isIri(page['@id'])), `has one ${end} page`)
  }
}

function checkAnnotation(node: Node, where: string, report: Report): void {
  report(where, isA(node, `${OA}Annotation`), 'is an Annotation')
  report(where, isIri(node['@id']), 'has one IRI')
  const targets = all(node, `${OA}hasTarget`)
  report(where, targets.length >= 1, 'has a target')
  const motivations = all(node, `${OA}motivatedBy`)
  report(where, motivations.length === 1 && motivations[0]?.['@id'] === `${OA}assessing`, 'assesses')
  checkLife(node, where, report)
  for (const body of all(node, `${OA}hasBody`)) checkBody(body, `${where}, body`, report)
  for (const target of targets) checkSpecific(target, `${where}, target`, report)
}

function checkLife(node: Node, where: string, report: Report): void {
  for (const moment of ['created', 'modified']) {
    const given = all(node, DCTERMS + moment)
    report(where, given.length <= 1 && given.every(isTyped(MOMENT)), `was ${moment} at one moment`)
  }
  for (const creator of all(node, `${DCTERMS}creator`)) {
    const kinds = ['Person', 'Organization'].map(kind => `http://xmlns.com/foaf/0.1/${kind}`)
    report(
      where,
      kinds.some(kind => isA(creator, kind)),
      'is by a person or an organization',
    )
    report(where, all(creator, 'http://xmlns.com/foaf/0.1/name').length === 1, 'is by someone with one name')
  }
}

function checkBody(node: Node, where: string, report: Report): void {
  const purposes = all(node, `${OA}hasPurpose`)
  const known = ['classifying', 'commenting', 'linking'].map(purpose => OA + purpose)
  report(where, purposes.length === 1 && known.includes(purposes[0]?.['@id'] ?? ''), 'has one of the purposes')
  checkLife(node, where, report)
  if (isA(node, `${OA}SpecificResource`)) {
    checkSpecific(node, where, report)
    return
  }
  report(where, isA(node, `${OA}TextualBody`), 'is textual, or a specific resource')
  report(where, all(node, 'http://www.w3.org/1999/02/22-rdf-syntax-ns#value').length === 1, 'has one value')
  report(where, all(node, 'http://purl.org/dc/elements/1.1/format').length <= 1, 'has at most one format')
}

function checkSpecific(node: Node, where: string, report: Report): void {
  const sources = all(node, `${OA}hasSource`)
  report(where, sources.length === 1 && sources.every(source => isIri(source['@id'])), 'has one source')
  for (const selector of all(node, `${OA}hasSelector`)) checkSelector(selector, where, report)
}

function checkSelector(node: Node, where: string, report: Report): void {
  const one = (property: string) => all(node, OA + property).length === 1
  if (isA(node, `${OA}TextQuoteSelector`)) {
    report(where, one('exact') && one('prefix') && one('suffix'), 'quotes one text in one place')
    return
  }
  report(where, isA(node, `${OA}TextPositionSelector`), 'selects by quote or position')
  const ends = [...all(node, `${OA}start`), ...all(node, `${OA}end`)]
  report(where, one('start') && one('end') && ends.every(isTyped(COUNT)), 'has one start and one end, which are counts')
  report(where, Number(ends[0]?.['@value']) < Number(ends[1]?.['@value']), 'starts before it ends')
}

function all(node: Node, property: string): readonly Node[] {
  const values = node[property]
  return Array.isArray(values) ? values : []
}

function isA(node: Node, type: string): boolean {
  return node['@type']?.includes(type) ?? false
}

function isIri(id: string | undefined): boolean {
  return id !== undefined && /^(https?|urn):\S+$/.test(id)
}

function isTyped(type: string): (node: Node) => boolean {
  return node => node['@type'] === (type as unknown) && node['@value'] !== undefined // Of a value object this is one string.
}
