import { renderToStaticMarkup } from 'react-dom/server'
import type { OpenShare } from '@/lib/use-cases/publications/open-share'
import { Notices, ReviewNotice } from './notices'
import type { PagePiece } from './slot'

/** The page for one request: its slots filled with what has happened since it was published. `token` is the link's own, for the address of the data. */
export function fillPage(
  pieces: readonly PagePiece[],
  share: Pick<OpenShare, 'newer' | 'lifted'>,
  token: string,
): string {
  return pieces.map(piece => (typeof piece === 'string' ? piece : filled(piece, share, token))).join('')
}

function filled(
  { name, of }: Exclude<PagePiece, string>,
  { newer, lifted }: Pick<OpenShare, 'newer' | 'lifted'>,
  token: string,
): string {
  switch (name) {
    case 'notices':
      return newer || lifted.length > 0 ? renderToStaticMarkup(<Notices newer={newer} lifted={lifted} />) : ''
    case 'review': {
      const check = lifted.find(({ claimId }) => claimId === of)
      return check ? renderToStaticMarkup(<ReviewNotice check={check} />) : ''
    }
    case 'data':
      return renderToStaticMarkup(<a href={`/s/${token}/snapshot.json`}>this publication’s data</a>)
    case 'replay':
      // After the #, where no server and no log sees it.
      return renderToStaticMarkup(<a href={`/replay/#${token}`}>replay it in your browser</a>)
  }
}
