import type { Metadata } from 'next'
import { PlainPage } from '@/components/workspace/plain-page'

export const metadata: Metadata = { title: 'Not found' }

/** Absent and not yours look the same. */
export default function NotFound() {
  return (
    <PlainPage title="There is nothing here">
      It may have been removed, it may belong to another desk, or the link is not complete.
    </PlainPage>
  )
}
