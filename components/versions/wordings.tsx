import type { RepairDto } from '@/lib/contracts/versions'
import { BROKEN_WORDS } from './anchor-words'
import { differenceWords } from './difference-words'
import { MarkedSentence } from './marked-sentence'

type Props = {
  item: Pick<RepairDto, 'state' | 'was' | 'wasSentence' | 'now' | 'nowSentence' | 'differences'>
  language: string
  direction: 'ltr' | 'rtl'
}

/** The old and the new wording of one passage, and what of its meaning differs, in words. */
export function Wordings({ item, language, direction }: Props) {
  const { was, wasSentence, now, nowSentence, differences } = item
  return (
    <div className="wordings">
      <figure className="wording">
        <figcaption className="small">As it was, version {was.versionNumber}</figcaption>
        <blockquote lang={language} dir={direction}>
          <p>
            <MarkedSentence sentence={wasSentence} passage={was} differences={differences} side="was" />
          </p>
        </blockquote>
      </figure>
      <figure className="wording">
        <figcaption className="small">{now ? `As it is, version ${now.versionNumber}` : 'As it is'}</figcaption>
        {now && nowSentence ? (
          <blockquote lang={language} dir={direction}>
            <p>
              <MarkedSentence sentence={nowSentence} passage={now} differences={differences} side="now" />
            </p>
          </blockquote>
        ) : (
          <p className="wording-gone quiet">{BROKEN_WORDS.ORPHANED.word}.</p>
        )}
      </figure>
      {nowSentence && differences.length > 0 ? (
        <ul className="differences" aria-label="What differs">
          {differences.map(difference => (
            <li key={`${difference.kind} ${difference.was.start} ${difference.now.start}`} dir="auto">
              {differenceWords(difference, wasSentence.text, nowSentence.text)}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
