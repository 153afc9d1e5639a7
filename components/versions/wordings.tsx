import type { RepairDto } from '@/lib/contracts/versions'
import { BROKEN_WORDS } from './anchor-words'
import { DifferenceLine } from './difference-line'
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
      <figure className="wording" dir={direction}>
        <figcaption className="small">
          <span dir="ltr">As it was, version {was.versionNumber}</span>
        </figcaption>
        <blockquote lang={language}>
          <p>
            <MarkedSentence sentence={wasSentence} passage={was} differences={differences} side="was" />
          </p>
        </blockquote>
      </figure>
      <figure className="wording" dir={direction}>
        <figcaption className="small">
          <span dir="ltr">{now ? `As it is, version ${now.versionNumber}` : 'As it is'}</span>
        </figcaption>
        {now && nowSentence ? (
          <blockquote lang={language}>
            <p>
              <MarkedSentence sentence={nowSentence} passage={now} differences={differences} side="now" />
            </p>
          </blockquote>
        ) : (
          <p className="wording-gone quiet">
            <span dir="ltr">{BROKEN_WORDS.ORPHANED.word}.</span>
          </p>
        )}
      </figure>
      {nowSentence && differences.length > 0 ? (
        <ul className="differences" aria-label="What differs">
          {differences.map(difference => (
            <li key={`${difference.kind} ${difference.was.start} ${difference.now.start}`}>
              <DifferenceLine
                {...differenceWords(difference, wasSentence.text, nowSentence.text)}
                language={language}
              />
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
