import type { ForeignAnnotation, RefusedAnnotation } from './foreign-annotation'
import {
  addressOf,
  asAddress,
  isObject,
  isOfType,
  type JsonObject,
  listOf,
  member,
  stringOf,
} from './foreign-annotations-json'
import { passageOf } from './foreign-annotations-selectors'
import { plainComment, shortened } from './foreign-annotations-text'

/** How deep collections, pages and composites are followed. */
const MAX_DEPTH = 4

/**
 * The annotations in a document of the Web Annotation Data Model (https://www.w3.org/TR/annotation-model/): one, a page, a
 * collection with its first page within, a JSON-LD graph, or an array of them; null for anything else.
 */
export function w3cAnnotations(content: unknown, depth = 0): readonly unknown[] | null {
  if (depth > MAX_DEPTH) return null
  if (Array.isArray(content)) {
    if (!content.some(one => w3cAnnotations(one, depth + 1) !== null)) return null
    return content.flatMap(one => w3cAnnotations(one, depth + 1) ?? [one])
  }
  if (!isObject(content)) return null
  if (isOfType(content, 'Annotation')) return [content]
  if (isOfType(content, 'AnnotationPage')) return listOf(member(content, 'items'))
  if (isOfType(content, 'AnnotationCollection')) {
    const first = member(content, 'first')
    return isObject(first) ? listOf(member(first, 'items')) : []
  }
  const graph = member(content, '@graph')
  return Array.isArray(graph) ? w3cAnnotations(graph, depth + 1) : null
}

/** One annotation as a neutral one, or why it is none. */
export function readW3cAnnotation(annotation: JsonObject, index: number): ForeignAnnotation | RefusedAnnotation {
  const comment = commentOf(annotation)
  const creator = listOf(member(annotation, 'creator'))[0]
  const name = isObject(creator) ? plainComment(stringOf(member(creator, 'name')), '') : ''
  const text = comment === '' ? `Annotation ${index + 1}` : shortened(comment, 80)
  const named = {
    index,
    id: addressOf(annotation),
    label: name === '' ? text : `${text} (${shortened(name, 40)})`,
  }
  if (!isOfType(annotation, 'Annotation')) {
    return { ...named, kind: 'refused', reason: 'It is not an Annotation of the Web Annotation Data Model.' }
  }
  if (listOf(member(annotation, 'motivation')).some(motivation => stringOf(motivation).endsWith('replying'))) {
    return { ...named, kind: 'refused', reason: 'It is a reply to another annotation, not a highlight of its own.' }
  }
  const targets = targetsOf(member(annotation, 'target'), 0)
  if (targets.length === 0) return { ...named, kind: 'refused', reason: 'It has no target.' }
  const passages = targets.map(target =>
    passageOf(isObject(target) ? member(target, 'selector') : null, sourceOf(target)),
  )
  return { ...named, kind: 'annotation', comment, passages }
}

/** Targets side by side, or the items of a set of them (List, Composite, Independents). */
function targetsOf(target: unknown, depth: number): unknown[] {
  if (depth > MAX_DEPTH) return []
  return listOf(target).flatMap(one => {
    const items = isObject(one) ? member(one, 'items') : undefined
    return Array.isArray(items) ? targetsOf(items, depth + 1) : [one]
  })
}

function sourceOf(target: unknown): string | null {
  if (!isObject(target)) return asAddress(target)
  const source = member(target, 'source')
  return isObject(source) ? addressOf(source) : (asAddress(source) ?? addressOf(target))
}

/** Purposes of bodies that say something, the likeliest to be the claim first; tags, links and ratings say nothing in words. */
const PURPOSES = ['commenting', 'assessing', 'describing', 'questioning', 'moderating', 'editing', '']

/** What the annotation says, from the first body that says it; empty where none does. */
function commentOf(annotation: JsonObject): string {
  const value = member(annotation, 'bodyValue')
  if (typeof value === 'string') return plainComment(value, '')
  const bodies = listOf(member(annotation, 'body')).slice(0, 100)
  for (const purpose of PURPOSES) {
    for (const body of bodies) {
      const text = textOf(body, purpose)
      if (text !== '') return text
    }
  }
  return ''
}

/** A body's text if it has this purpose. A bare string is the address of a body, unless it is plainly not one. */
function textOf(body: unknown, purpose: string): string {
  if (typeof body === 'string')
    return purpose === '' && !/^[a-z][a-z0-9+.-]*:\S*$/i.test(body) ? plainComment(body, '') : ''
  if (!isObject(body)) return ''
  const purposes = listOf(member(body, 'purpose')).map(one => stringOf(one).replace(/^.*[#/:]/, ''))
  const isMeant = purpose === '' ? purposes.length === 0 : purposes.includes(purpose)
  return isMeant ? plainComment(stringOf(member(body, 'value')), stringOf(member(body, 'format'))) : ''
}
