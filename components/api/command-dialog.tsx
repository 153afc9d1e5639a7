'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { isSubmitKey } from '@/components/ui/submit-key'
import type { ApiProblem } from './call'
import { ProblemNotice } from './problem-notice'

type Props = {
  title: string
  hint?: string
  children: ReactNode
  /** The verb on the button. */
  act: string
  isRunning: boolean
  problem: ApiProblem | null
  isPlaced?: (path: string) => boolean
  isDisabled?: boolean
  onSubmit: () => void
  onClose: () => void
}

/** A dialog that does one thing: its fields, what went wrong, and the verb. Ctrl or ⌘ with Enter submits from anywhere in it. */
export function CommandDialog(props: Props) {
  const { title, hint, children, act, isRunning, problem, isPlaced, isDisabled = false, onSubmit, onClose } = props
  const form = useRef<HTMLFormElement>(null)
  // Where there is something to fill in, begin there.
  useEffect(() => form.current?.querySelector<HTMLElement>('textarea, input, select')?.focus(), [])
  // A refusal is shown at its field, or at the end of what may be longer than the window.
  useEffect(() => {
    if (!problem) return
    const field = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')
    if (field) field.focus()
    else form.current?.querySelector('.dialog-body > [role="alert"]:last-child')?.scrollIntoView({ block: 'center' })
  }, [problem])
  return (
    <Dialog title={title} onClose={onClose} {...(hint ? { hint } : {})}>
      <form
        ref={form}
        onSubmit={event => {
          event.preventDefault()
          if (!isRunning && !isDisabled) onSubmit()
        }}
        onKeyDown={event => {
          if (!isSubmitKey(event)) return
          event.preventDefault()
          event.currentTarget.requestSubmit()
        }}
        noValidate
      >
        <div className="dialog-body">
          {children}
          <ProblemNotice error={problem} isPlaced={isPlaced} />
        </div>
        <div className="dialog-foot">
          <button type="submit" className="btn btn-main" disabled={isRunning || isDisabled}>
            {isRunning ? 'One moment…' : act}
          </button>
          <button type="button" className="btn btn-plain" onClick={onClose}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  )
}
