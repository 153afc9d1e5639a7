'use client'

import { lazy } from 'react'
import { PlainPage } from './plain-page'

// Next sends this page's script along with every page of the desk: the bar would come twice.
const TopBar = lazy(() => import('./top-bar').then(part => ({ default: part.TopBar })))

/** Inside the desk the bar stays, so that the way back is where it always is. */
export function DeskNotFound() {
  return (
    <>
      <TopBar />
      <PlainPage title="There is nothing here">
        It may have been removed, it may belong to another desk, or the link is not complete.
      </PlainPage>
    </>
  )
}
