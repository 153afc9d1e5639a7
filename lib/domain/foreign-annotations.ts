import type { ForeignFormat, ForeignItem, RefusedAnnotation } from './foreign-annotation'
import { hypothesisRows, readHypothesisRow } from './foreign-annotations-hypothesis'
import { addressKey, isObject, type JsonObject } from './foreign-annotations-json'
import { readW3cAnnotation, w3cAnnotations } from './foreign-annotations-w3c'

/** What one call may bring. */
export const MAX_ANNOTATIONS = 2_000
/** A claim has no more passages than this. */
export const MAX_PASSAGES = 20

export type ForeignContent =
  | { readonly ok: true; readonly format: ForeignFormat; readonly items: readonly ForeignItem[] }
  /** What is wrong and what to do, as a sentence. */
  | { readonly ok: false; readonly problem: string }

/** Reads annotations of the Web Annotation Data Model or of the Hypothesis API from parsed JSON. Throws nothing, whatever it is given. */
export function readForeignAnnotations(content: unknown, format: ForeignFormat | 'auto'): ForeignContent {
  const found = detect(content, format)
  if (!found) return { ok: false, problem: UNKNOWN[format] }
  const { rows, read } = found
  if (rows.length === 0) return { ok: false, problem: 'There are no annotations in this.' }
  if (rows.length > MAX_ANNOTATIONS) {
    return {
      ok: false,
      problem: `There are ${rows.length} annotations in this; the limit is ${MAX_ANNOTATIONS}. Import it in parts.`,
    }
  }
  const seen = new Map<string, number>()
  const items = rows.map((row, index) => once(isObject(row) ? checked(read(row, index)) : notAnObject(index), seen))
  return { ok: true, format: found.format, items }
}

const UNKNOWN = {
  auto: 'These are no annotations in a format that is known here: W3C Web Annotation, or the JSON of the Hypothesis API.',
  w3c: 'This is no W3C Web Annotation: neither an Annotation, nor an AnnotationPage or AnnotationCollection, nor an array of them.',
  hypothesis:
    'This is no JSON of the Hypothesis API: neither an object with rows nor an array of annotations with a uri.',
}

type Read = (row: JsonObject, index: number) => ForeignItem

function detect(content: unknown, wanted: ForeignFormat | 'auto') {
  const w3c = wanted === 'hypothesis' ? null : w3cAnnotations(content)
  if (w3c) return { format: 'w3c' as const, rows: w3c, read: readW3cAnnotation as Read }
  const hypothesis = wanted === 'w3c' ? null : hypothesisRows(content)
  return hypothesis && { format: 'hypothesis' as const, rows: hypothesis, read: readHypothesisRow as Read }
}

function notAnObject(index: number): RefusedAnnotation {
  return { kind: 'refused', index, id: null, label: `Annotation ${index + 1}`, reason: 'It is not a JSON object.' }
}

/** Refuses what names no passage at all, or too many. */
function checked(item: ForeignItem): ForeignItem {
  if (item.kind === 'refused') return item
  const { kind: _kind, comment: _comment, passages, ...named } = item
  const [first] = passages
  if (passages.length > MAX_PASSAGES) {
    return {
      ...named,
      kind: 'refused',
      reason: `It has ${passages.length} passages; a claim has at most ${MAX_PASSAGES}.`,
    }
  }
  return first && 'refused' in first && passages.every(passage => 'refused' in passage)
    ? { ...named, kind: 'refused', reason: first.refused }
    : item
}

function once(item: ForeignItem, seen: Map<string, number>): ForeignItem {
  if (item.kind === 'refused' || item.id === null) return item
  const key = addressKey(item.id)
  const before = seen.get(key)
  if (before === undefined) {
    seen.set(key, item.index)
    return item
  }
  const { index, id, label } = item
  return { kind: 'refused', index, id, label, reason: `The same annotation is number ${before + 1} of this file.` }
}
