'use client'

import { type ChangeEvent, type DragEvent, useDeferredValue, useMemo, useRef, useState } from 'react'
import { useAnnounce } from '@/components/ui/announcer'
import { Field } from '@/components/ui/field'
import { countWords } from '@/lib/domain/count-words'
import { MAX_WORDS } from '@/lib/domain/import-text'
import { decodeTextFile, MAX_FILE_BYTES } from './decode-text-file'

type Props = {
  text: string
  onChange: (text: string) => void
  /** Told the name of a file that was read, without its ending. */
  onFile: (name: string) => void
  language: string
  direction: 'ltr' | 'rtl'
  error?: string | undefined
}

/** The statement's words: pasted, typed, chosen as a file or dropped here. */
export function TextField({ text, onChange, onFile, language, direction, error }: Props) {
  const announce = useAnnounce()
  const [fileProblem, setFileProblem] = useState<string | null>(null)
  const [before, setBefore] = useState<string | null>(null)
  const [isOver, setOver] = useState(false)
  const chooser = useRef<HTMLInputElement>(null)

  const take = async (file: File) => {
    const decoded =
      file.size > MAX_FILE_BYTES
        ? decodeTextFile(new Uint8Array(MAX_FILE_BYTES + 1))
        : decodeTextFile(new Uint8Array(await file.arrayBuffer()))
    if (!decoded.ok) {
      setFileProblem(`${file.name}: ${decoded.message}`)
      return
    }
    setFileProblem(null)
    setBefore(text.trim() === '' ? null : text)
    onChange(decoded.text)
    onFile(file.name.replace(/\.[^.]*$/, ''))
    announce(`The text of ${file.name} is in place.`)
  }
  const handleChosen = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? []
    if (file) void take(file)
    event.target.value = '' // The same file can be chosen again after it was changed.
  }
  const handleDrop = (event: DragEvent) => {
    setOver(false)
    const [file] = event.dataTransfer.files
    if (!file) return // Dragged text lands in the field by itself.
    event.preventDefault()
    void take(file)
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the button below does the same.
    <div
      className="text-drop"
      data-over={isOver || undefined}
      onDragOver={event => {
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={handleDrop}
    >
      <Field
        label="The text"
        error={fileProblem ?? error}
        hint="Paste it exactly as it was published, spelling included, or drop a .txt file here. It never changes afterwards."
      >
        {control => (
          <textarea
            {...control}
            className="field statement-text"
            lang={language || undefined}
            dir={direction}
            spellCheck={false}
            value={text}
            onChange={event => {
              setFileProblem(null)
              setBefore(null)
              onChange(event.target.value)
            }}
          />
        )}
      </Field>
      <div className="row text-acts">
        <button type="button" className="btn" onClick={() => chooser.current?.click()}>
          Choose a .txt file
        </button>
        <input
          ref={chooser}
          type="file"
          accept=".txt,text/plain"
          aria-label="Text file"
          tabIndex={-1}
          hidden
          onChange={handleChosen}
        />
        {before === null ? null : (
          <button
            type="button"
            className="btn btn-plain"
            onClick={() => {
              onChange(before)
              setBefore(null)
            }}
          >
            Bring the earlier text back
          </button>
        )}
        <WordCount text={text} />
      </div>
    </div>
  )
}

function WordCount({ text }: { text: string }) {
  const settled = useDeferredValue(text)
  const words = useMemo(() => countWords(settled), [settled])
  return (
    <p className="word-count small" data-over={words > MAX_WORDS || undefined}>
      {words.toLocaleString('en')} of at most {MAX_WORDS.toLocaleString('en')} words
    </p>
  )
}
