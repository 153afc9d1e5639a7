import { Editor, Extension, mergeAttributes } from '@tiptap/core'
import Document from '@tiptap/extension-document'
import HardBreak from '@tiptap/extension-hard-break'
import Heading from '@tiptap/extension-heading'
import Paragraph from '@tiptap/extension-paragraph'
import Text from '@tiptap/extension-text'
import { Plugin } from '@tiptap/pm/state'
import { HiddenCharacters } from './hidden-characters'
import { HighlightDecorations } from './highlight-decorations'
import { supportsHighlights } from './highlight-painter'
import { hasSingleSpacesOnly } from './single-spaces'

/**
 * Takes a caret and a selection, so that the keyboard can select as in any text, and refuses every change. Highlights
 * are drawn over the document, never stored in it.
 */
const Frozen = Extension.create({
  name: 'frozen',
  addProseMirrorPlugins() {
    return [
      new Plugin({
        filterTransaction: transaction => !transaction.docChanged,
        props: {
          handleDOMEvents: {
            beforeinput: (_view, event) => refuse(event),
            cut: (_view, event) => refuse(event),
            paste: (_view, event) => refuse(event),
            drop: (_view, event) => refuse(event),
            dragstart: (_view, event) => refuse(event),
            // The editor would swallow it, and with it the way out of what stands around the text.
            keydown: (_view, event) => event.key === 'Escape',
          },
        },
      }),
    ]
  },
})

function refuse(event: Event): boolean {
  event.preventDefault()
  return true
}

/**
 * Where white space is kept, the space at which a line wraps hangs at its end and is tinted with the highlight around it.
 * A paragraph in which nothing would be lost lets it go.
 */
const StatementParagraph = Paragraph.extend({
  renderHTML({ node, HTMLAttributes }) {
    const isPlain = hasSingleSpacesOnly(node.textBetween(0, node.content.size, '', '\n'))
    return ['p', mergeAttributes(HTMLAttributes, isPlain ? { class: 'single-spaced' } : {}), 0]
  },
})

type Options = { element: HTMLElement; document: unknown; label: string; language: string; direction: 'ltr' | 'rtl' }

/** Tiptap over one version of a statement's text. The caller destroys it. */
export function createReadOnlyEditor({ element, document, label, language, direction }: Options): Editor {
  return new Editor({
    element,
    extensions: [
      Document,
      StatementParagraph,
      Text,
      Heading.configure({ levels: [2] }),
      HardBreak,
      Frozen,
      HiddenCharacters,
      ...(supportsHighlights() ? [] : [HighlightDecorations]),
    ],
    content: document as object, // Tiptap JSON, made by our own import
    injectCSS: false,
    enableInputRules: false,
    enablePasteRules: false,
    editorProps: {
      attributes: {
        class: 'text',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-readonly': 'true',
        'aria-label': label,
        'aria-describedby': 'text-keys',
        // No on-screen keyboard: there is nothing to type.
        inputmode: 'none',
        spellcheck: 'false',
        autocorrect: 'off',
        lang: language,
        dir: direction,
        'data-gramm': 'false',
      },
    },
  })
}
