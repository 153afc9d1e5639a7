import { Fragment } from 'react'
import { revealed } from '@/lib/domain/hidden-characters'

/** What a stranger wrote: plain text with its line breaks, hidden characters shown by name, addresses left as text. */
export function ReportText({ of }: { of: string }) {
  return (
    <p className="report-text" dir="auto">
      {revealed(of).map(({ at, text, isHidden }) =>
        isHidden ? (
          <span key={at} className="hidden-character" dir="ltr" title="A character that is not seen">
            {text}
          </span>
        ) : (
          <Fragment key={at}>{text}</Fragment>
        ),
      )}
    </p>
  )
}
