import { PlainPage } from '@/components/workspace/plain-page'
import { TopBar } from '@/components/workspace/top-bar'

/** Inside the desk the bar stays, so that the way back is where it always is. */
export default function DeskNotFound() {
  return (
    <>
      <TopBar />
      <PlainPage title="There is nothing here">
        It may have been removed, it may belong to another desk, or the link is not complete.
      </PlainPage>
    </>
  )
}
