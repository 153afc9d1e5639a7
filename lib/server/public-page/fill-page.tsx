import { renderToStaticMarkup } from 'react-dom/server'
import { ANNOTATION_TYPE } from '@/lib/domain/web-annotation'
import { Notices, type Since, SinceThen } from './notices'
import type { PagePiece } from './slot'

/** The page for one request: its slots filled with what has happened since it was published. `token` is the link's own, for the address of the data. */
export function fillPage(pieces: readonly PagePiece[], since: Since, token: string): string {
  return pieces.map(piece => (typeof piece === 'string' ? piece : filled(piece, since, token))).join('')
}

function filled({ name, of }: Exclude<PagePiece, string>, since: Since, token: string): string {
  const corrections = since.corrections.filter(({ claim }) => claim?.id === of)
  switch (name) {
    case 'notices':
      return renderToStaticMarkup(<Notices {...since} />)
    case 'review': {
      const check = since.lifted.find(({ claimId }) => claimId === of)
      return renderToStaticMarkup(<SinceThen check={check} corrections={corrections} />)
    }
    case 'uncorrected':
      return corrections.length === 0 ? ' No corrections.' : ''
    case 'report':
      // `of` is the check's number, or nothing for the page as a whole.
      return renderToStaticMarkup(<a href={`/s/${token}/report${of ? `?check=${of}` : ''}`}>Report an error</a>)
    case 'log':
      return renderToStaticMarkup(<a href={`/s/${token}/corrections`}>The log of corrections</a>)
    case 'data':
      return renderToStaticMarkup(<a href={`/s/${token}/snapshot.json`}>this publication’s data</a>)
    case 'annotations':
      return renderToStaticMarkup(
        <a href={`/s/${token}/annotations.jsonld`} type={ANNOTATION_TYPE}>
          W3C annotations
        </a>,
      )
    case 'source':
      return renderToStaticMarkup(<a href={`/s/${token}/text`}>the statement’s text</a>)
    case 'alternate':
      return renderToStaticMarkup(
        <link rel="alternate" type={ANNOTATION_TYPE} href={`/s/${token}/annotations.jsonld`} title="W3C annotations" />,
      )
    case 'replay':
      // After the #, where no server and no log sees it.
      return renderToStaticMarkup(<a href={`/replay/#${token}`}>replay it in your browser</a>)
  }
}
