'use client'

import { Editor as Tiptap } from '@tiptap/core'
import Document from '@tiptap/extension-document'
import Paragraph from '@tiptap/extension-paragraph'
import Text from '@tiptap/extension-text'
import { useEffect, useRef } from 'react'

/** The least there is of Tiptap: its core over the smallest schema it accepts. */
export function Editor() {
  const host = useRef(null)
  useEffect(() => {
    const editor = new Tiptap({
      element: host.current,
      extensions: [Document, Paragraph, Text],
      content: '<p>Text</p>',
    })
    return () => editor.destroy()
  }, [])
  return <div ref={host} />
}
