import { type DifferenceDto, kindWords, markedRuns } from './difference-words'

type Props = {
  sentence: { text: string; start: number }
  /** The claim's words within the version's text. */
  passage: { start: number; end: number } | null
  differences: readonly DifferenceDto[]
  side: 'was' | 'now'
}

/** One wording with the claim's passage underlaid and every difference marked: struck through as it was, underlined as it is. */
export function MarkedSentence({ sentence, passage, differences, side }: Props) {
  const within = passage && { start: passage.start - sentence.start, end: passage.end - sentence.start }
  const ranges = differences.map(difference => ({ kind: difference.kind, ...difference[side] }))
  return markedRuns(sentence.text, ranges, within).map(({ text, start, kind, isPassage }) => (
    <span key={start} className={isPassage ? 'passage-words' : undefined}>
      <Words text={text} kind={kind} side={side} />
    </span>
  ))
}

type WordsProps = { text: string; kind: DifferenceDto['kind'] | null; side: Props['side'] }

function Words({ text, kind, side }: WordsProps) {
  if (kind === null) return text
  const Element = side === 'was' ? 'del' : 'ins'
  return (
    <Element>
      <span className="vh">
        {' '}
        {kindWords(kind)}, {side}:{' '}
      </span>
      {text}
    </Element>
  )
}
