'use client'

import { Dialog } from '@/components/ui/dialog'

type Props = { statementId: string; onClose: () => void }

/** What readers get: publications of the statement, and the links to them. */
export function PublishDialog({ onClose }: Props) {
  return (
    <Dialog title="Publish" onClose={onClose}>
      {null}
    </Dialog>
  )
}
