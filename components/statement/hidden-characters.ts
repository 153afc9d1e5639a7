import { Extension } from '@tiptap/core'
import type { Node as DocumentNode } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import type { InvisibleCharacter } from '@/lib/domain/hidden-characters'

const key = new PluginKey<DecorationSet>('hiddenCharacters')

/**
 * Shows invisible characters by their names: an element around each, whose name CSS writes before it. Text, offsets and
 * what is copied stay as they are.
 */
export const HiddenCharacters = Extension.create({
  name: 'hiddenCharacters',
  addProseMirrorPlugins() {
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: () => DecorationSet.empty,
          apply(transaction, decorations) {
            const shown: readonly InvisibleCharacter[] | undefined = transaction.getMeta(key)
            return shown ? decorate(transaction.doc, shown) : decorations
          },
        },
        props: { decorations: (state: EditorState) => key.getState(state) },
      }),
    ]
  },
})

/** Shows these and no others; they are in text order. */
export function showHidden(view: EditorView, characters: readonly InvisibleCharacter[]): void {
  if (characters.length === 0 && key.getState(view.state) === DecorationSet.empty) return
  view.dispatch(view.state.tr.setMeta(key, characters).setMeta('addToHistory', false))
}

function decorate(document: DocumentNode, characters: readonly InvisibleCharacter[]): DecorationSet {
  if (characters.length === 0) return DecorationSet.empty
  const decorations: Decoration[] = []
  let next = 0
  let blockStart = 0
  document.forEach((block, position) => {
    // Text counts in UTF-16 code units and a hard break as one, here as in canonical text.
    const blockEnd = blockStart + block.content.size
    const inner = position + 1 - blockStart
    for (let found = characters[next]; found && found.at < blockEnd; found = characters[++next]) {
      const { at, length, short, name } = found
      const attributes = { nodeName: 'span', class: 'hidden-character', 'data-short': short, title: name }
      decorations.push(Decoration.inline(inner + at, inner + at + length, attributes))
    }
    blockStart = blockEnd + 1
  })
  return DecorationSet.create(document, decorations)
}
