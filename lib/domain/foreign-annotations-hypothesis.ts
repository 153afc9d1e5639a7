import type { ForeignAnnotation, RefusedAnnotation } from './foreign-annotation'
import { asAddress, isObject, type JsonObject, listOf, member, stringOf } from './foreign-annotations-json'
import { passageOf } from './foreign-annotations-selectors'
import { plainComment, shortened } from './foreign-annotations-text'

/** The rows of a reply of the Hypothesis API (https://h.readthedocs.io/en/latest/api-reference/v1/): `{rows, total}`, or the rows alone; null for anything else. */
export function hypothesisRows(content: unknown): readonly unknown[] | null {
  if (Array.isArray(content)) return content.some(isRow) ? content : null
  if (!isObject(content)) return null
  const rows = member(content, 'rows')
  if (Array.isArray(rows)) return rows
  return isRow(content) ? [content] : null
}

/** A row has `uri` and `target`; W3C annotations have a `type` instead. */
function isRow(value: unknown): boolean {
  return isObject(value) && typeof member(value, 'uri') === 'string' && member(value, 'type') === undefined
}

/** One row as a neutral annotation, or why it is none. */
export function readHypothesisRow(row: JsonObject, index: number): ForeignAnnotation | RefusedAnnotation {
  const id = stringOf(member(row, 'id'))
  // An id of Hypothesis is URL-safe base64; what is not stays unnamed.
  const address = /^[\w-]{1,100}$/.test(id) ? `https://hypothes.is/a/${id}` : null
  const comment = plainComment(stringOf(member(row, 'text')), 'text/markdown')
  const user = stringOf(member(row, 'user'))
    .replace(/^acct:/, '')
    .replace(/@[^@]*$/, '')
  const named = { index, id: address, label: label(comment, user, index) }
  if (listOf(member(row, 'references')).length > 0) {
    return { ...named, kind: 'refused', reason: 'It is a reply to another annotation, not a highlight of its own.' }
  }
  const targets = listOf(member(row, 'target')).filter(isObject)
  const hasSelector = targets.some(target => listOf(member(target, 'selector')).length > 0)
  if (!hasSelector) {
    return { ...named, kind: 'refused', reason: 'It is a note on the page as a whole: it quotes no words.' }
  }
  const passages = targets.map(target => {
    const source = asAddress(member(target, 'source')) ?? asAddress(member(row, 'uri'))
    return passageOf(member(target, 'selector'), source)
  })
  return { ...named, kind: 'annotation', comment, passages }
}

function label(comment: string, user: string, index: number): string {
  const text = comment === '' ? `Annotation ${index + 1}` : shortened(comment, 80)
  return user === '' ? text : `${text} (${shortened(plainComment(user, ''), 40)})`
}
