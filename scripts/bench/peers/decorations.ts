import { Editor, Extension } from '@tiptap/core'
import TiptapDocument from '@tiptap/extension-document'
import Paragraph from '@tiptap/extension-paragraph'
import TiptapText from '@tiptap/extension-text'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { BenchTarget } from '../corpus'
import type { Peer } from './peer'

type Change = { set: Decoration[] } | { add: Decoration[] }

const key = new PluginKey<DecorationSet>('bench')

/** ProseMirror's own way: an inline decoration a target, all of them, in Tiptap. */
export function decorations(): Peer {
  let editor: Editor
  let starts: number[] = []

  // A paragraph begins one position after its text's offset for each edge of a node passed; line feeds count as one of the two.
  const decorate = ({ start, end, kind, id }: BenchTarget) =>
    Decoration.inline(positionOf(start), positionOf(end), { class: `kind-${kind}` }, { id })
  const positionOf = (offset: number) => offset + 1 + paragraphAt(offset)
  const paragraphAt = (offset: number) => {
    let low = 0
    let high = starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    return low - 1
  }
  const dispatch = (change: Change) => editor.view.dispatch(editor.state.tr.setMeta(key, change))

  return {
    mount(host, corpus) {
      starts = []
      let offset = 0
      const content = corpus.paragraphs.map(words => {
        const text = words.join(' ')
        starts.push(offset)
        offset += text.length + 1
        return { type: 'paragraph', content: [{ type: 'text', text }] }
      })
      editor = new Editor({
        element: host,
        extensions: [TiptapDocument, Paragraph, TiptapText, DecorationPlugin],
        content: { type: 'doc', content },
        injectCSS: false,
        editorProps: { attributes: { class: 'text' } },
      })
    },
    highlight: targets => dispatch({ set: targets.map(decorate) }),
    add: target => dispatch({ add: [decorate(target)] }),
    idsAt(x, y) {
      const found = editor.view.posAtCoords({ left: x, top: y })
      if (!found) return []
      const { pos } = found
      const under = key.getState(editor.state)?.find(pos, pos + 1) ?? []
      return under.filter(({ from, to }) => from <= pos && pos < to).map(({ spec }) => String(spec.id))
    },
  }
}

const DecorationPlugin = Extension.create({
  name: 'bench',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key,
      state: {
        init: () => DecorationSet.empty,
        apply(transaction, drawn) {
          const change: Change | undefined = transaction.getMeta(key)
          if (!change) return drawn.map(transaction.mapping, transaction.doc)
          return 'set' in change
            ? DecorationSet.create(transaction.doc, change.set)
            : drawn.add(transaction.doc, change.add)
        },
      },
      props: { decorations: state => key.getState(state) },
    }),
  ],
})
