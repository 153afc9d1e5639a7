'use client'

import { type ReactNode, useState } from 'react'
import { ProblemNotice } from '@/components/api/problem-notice'
import { Dialog } from '@/components/ui/dialog'

type Props = {
  title: string
  children: ReactNode
  /** What the button does, as a verb. */
  verb: string
  /** Resolves when it is done, which closes the dialog; a rejection is shown. */
  onConfirm: () => Promise<unknown>
  onClose: () => void
}

/** Asks once more before something that cannot simply be taken back, saying what follows from it. */
export function ConfirmDialog({ title, children, verb, onConfirm, onClose }: Props) {
  const [error, setError] = useState<unknown>(null)
  const [isBusy, setBusy] = useState(false)
  const confirm = async () => {
    setBusy(true)
    setError(null)
    try {
      await onConfirm()
      onClose()
    } catch (refusal) {
      setError(refusal)
      setBusy(false)
    }
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <div className="dialog-body">
        <div>{children}</div>
        <ProblemNotice error={error} />
      </div>
      <div className="dialog-foot">
        <button type="button" className="btn btn-danger" disabled={isBusy} onClick={() => void confirm()}>
          {verb}
        </button>
        <button type="button" className="btn btn-plain" onClick={onClose}>
          Cancel
        </button>
      </div>
    </Dialog>
  )
}
