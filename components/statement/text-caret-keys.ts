import type { ListedKeys } from '@/components/ui/shortcuts'

/** What a key asks of the caret in the statement. `by` is in text order: 1 is further on. */
export type CaretKey =
  | { kind: 'move'; unit: 'sentence' | 'word' | 'character'; by: 1 | -1; isExtending: boolean }
  | { kind: 'edge'; by: 1 | -1; isExtending: boolean }
  | { kind: 'open' }
  | { kind: 'drop' }

type Pressed = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>

/**
 * As in a text editor, with the sentence in place of the line and the word in place of the character; arrows to the
 * side go where they point, so in text from right to left the left one goes on. With Ctrl, Alt or ⌘ every key stays the
 * browser's own, as do Page up and Page down: null.
 */
export function caretKey(event: Pressed, direction: 'ltr' | 'rtl'): CaretKey | null {
  if (event.ctrlKey || event.altKey || event.metaKey) return null
  const isExtending = event.shiftKey
  const right = direction === 'ltr' ? 1 : -1
  const move = (unit: 'sentence' | 'word', by: 1 | -1): CaretKey => ({ kind: 'move', unit, by, isExtending })
  switch (event.key) {
    case 'ArrowDown':
      return move('sentence', 1)
    case 'ArrowUp':
      return move('sentence', -1)
    case 'ArrowRight':
      return move('word', right)
    case 'ArrowLeft':
      return move('word', right === 1 ? -1 : 1)
    case '>':
    case '<':
      // On some keyboards one of the two is shifted, on others both or none: either way they only grow and shrink.
      return { kind: 'move', unit: 'character', by: event.key === '>' ? 1 : -1, isExtending: true }
    case 'Home':
    case 'End':
      return { kind: 'edge', by: event.key === 'End' ? 1 : -1, isExtending }
    case 'Enter':
      return isExtending ? null : { kind: 'open' }
    case 'Escape':
      return { kind: 'drop' }
    default:
      return null
  }
}

/** The same for the help. */
export const LISTED_CARET_KEYS: readonly ListedKeys[] = [
  { keys: 'ArrowUp|ArrowDown', label: 'Sentence before, next sentence' },
  { keys: 'ArrowLeft|ArrowRight', label: 'By a word' },
  { keys: 'Home|End', label: 'To the beginning or end of the sentence' },
  { keys: 'Shift+ArrowUp|ArrowDown', label: 'Select a sentence more or less' },
  { keys: 'Shift+ArrowLeft|ArrowRight', label: 'Select a word more or less' },
  { keys: '<|>', label: 'Select a character less or more' },
  { keys: 'Enter', label: 'Open the claim here, or choose among several' },
  { keys: 'Escape', label: 'Drop the selection, then close the claim' },
]
