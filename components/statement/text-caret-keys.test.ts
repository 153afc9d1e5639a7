import { describe, expect, it } from 'vitest'
import { caretKey } from './text-caret-keys'

const NONE = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false }

describe('caretKey', () => {
  it.each([
    ['right goes on from left to right', 'ArrowRight', 'ltr', 1],
    ['left goes back from left to right', 'ArrowLeft', 'ltr', -1],
    ['left goes on from right to left', 'ArrowLeft', 'rtl', 1],
    ['right goes back from right to left', 'ArrowRight', 'rtl', -1],
    ['down goes on in either direction', 'ArrowDown', 'rtl', 1],
  ] as const)('%s', (_case, key, direction, by) => {
    expect(caretKey({ ...NONE, key }, direction)).toMatchObject({ kind: 'move', by, isExtending: false })
    expect(caretKey({ ...NONE, key, shiftKey: true }, direction)).toMatchObject({ kind: 'move', by, isExtending: true })
  })

  it.each(['ctrlKey', 'altKey', 'metaKey'] as const)('leaves keys held with %s to the browser', held => {
    expect(caretKey({ ...NONE, key: 'ArrowRight', [held]: true }, 'ltr')).toBeNull()
  })

  it.each(['PageDown', 'a', 'Tab', 'F7'])('leaves %s alone', key => {
    expect(caretKey({ ...NONE, key }, 'ltr')).toBeNull()
  })

  it('grows by a character with > on any keyboard', () => {
    for (const shiftKey of [true, false])
      expect(caretKey({ ...NONE, key: '>', shiftKey }, 'ltr')).toEqual({
        kind: 'move',
        unit: 'character',
        by: 1,
        isExtending: true,
      })
  })
})
