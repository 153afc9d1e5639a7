import type { ReactNode } from 'react'
import { LinkedText } from '@/components/citations/linked-text'
import type { PersonDto } from '@/lib/contracts/people'
import { mentionParts } from './mentions'

type Props = { text: string; mentions: readonly PersonDto[]; myId: string }

/** A comment's words: the people it addresses marked, its addresses made links. Who is addressed but not named follows. */
export function MentionText({ text, mentions, myId }: Props) {
  const parts = mentionParts(text, mentions)
  const named = new Set(parts.map(({ person }) => person?.name))
  const unnamed = mentions.filter(({ name }) => !named.has(name))
  let at = 0
  const words = parts.map(({ text: part, person }): ReactNode => {
    const key = at
    at += part.length
    if (!person) return <LinkedText key={key}>{part}</LinkedText>
    return (
      <span key={key} className={person.id === myId ? 'mention mention-me' : 'mention'}>
        {part}
      </span>
    )
  })
  return (
    <>
      <p className="written" dir="auto">
        {words}
      </p>
      {unnamed.length > 0 ? <p className="small">To {unnamed.map(({ name }) => name).join(', ')}</p> : null}
    </>
  )
}
