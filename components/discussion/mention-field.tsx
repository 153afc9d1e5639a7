'use client'

import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'
import type { PersonDto } from '@/lib/contracts/people'
import { useMentionList } from './use-mention-list'

export type Words = { text: string; mentions: readonly PersonDto[] }

type Props = {
  field: RefObject<HTMLTextAreaElement | null>
  id: string
  placeholder: string
  words: Words
  onChange: (words: Words) => void
  /** Keys that the list of people did not take. */
  onKeyDown: (event: KeyboardEvent) => void
}

/** A text in which “@” opens the list of the desk's members. */
export function MentionField({ field, id, placeholder, words, onChange, onKeyDown }: Props) {
  const list = useMentionList({
    field,
    text: words.text,
    onChoose: (text, person) =>
      onChange({ text, mentions: [...words.mentions.filter(one => one.id !== person.id), person] }),
  })
  const box = useRef<HTMLDivElement>(null)
  const { isOpen } = list
  useEffect(() => {
    if (isOpen) box.current?.scrollIntoView({ block: 'nearest' })
  }, [isOpen])
  return (
    <div className="mention-field">
      <textarea
        ref={field}
        id={id}
        className="field"
        rows={1}
        maxLength={5_000}
        dir="auto"
        placeholder={placeholder}
        value={words.text}
        aria-autocomplete="list"
        // A combobox while there is something to choose, and a plain text otherwise.
        {...(isOpen
          ? {
              role: 'combobox',
              'aria-expanded': true,
              'aria-haspopup': 'listbox',
              'aria-controls': list.id,
              'aria-activedescendant': list.optionId(list.place),
            }
          : {})}
        {...list.watch}
        onChange={event => onChange({ ...words, text: event.target.value })}
        onKeyDown={event => {
          if (!list.handleKey(event)) onKeyDown(event)
        }}
      />
      {isOpen ? (
        <div ref={box} className="menu mention-list" id={list.id} role="listbox" aria-label="Members of the desk">
          {list.options.map((person, index) => (
            // The textarea takes the keys; the mouse must not take the focus from it.
            // biome-ignore lint/a11y/useKeyWithClickEvents: see above
            // biome-ignore lint/a11y/useFocusableInteractive: options of a combobox are named by aria-activedescendant
            <div
              key={person.id}
              id={list.optionId(index)}
              role="option"
              aria-selected={index === list.place}
              onMouseDown={event => event.preventDefault()}
              onClick={() => list.choose(person)}
            >
              {person.name}
            </div>
          ))}
        </div>
      ) : null}
    </div>
  )
}
