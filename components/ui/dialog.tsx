'use client'

import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Shape } from './shape'

type Props = {
  title: string
  children: ReactNode
  onClose: () => void
  /** `sheet` lies over the panel, `box` in the middle of the window, `wide` there with more room. */
  kind?: 'box' | 'sheet' | 'wide'
  /** Under the title. */
  hint?: string
}

/** A modal dialog on the platform's own <dialog>: focus stays inside, Esc closes, focus returns to where it came from. */
export function Dialog({ title, children, onClose, kind = 'box', hint }: Props) {
  const ref = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const dialog = ref.current
    const cameFrom = document.activeElement
    dialog?.showModal()
    return () => {
      dialog?.close()
      if (cameFrom instanceof HTMLElement && cameFrom.isConnected) {
        // What had the focus may be taller than the window, such as the statement: the reader stays where they were.
        cameFrom.focus({ preventScroll: true })
      }
    }
  }, [])
  return (
    <dialog
      ref={ref}
      className={`dialog dialog-${kind}`}
      aria-labelledby={titleId}
      onCancel={event => {
        event.preventDefault()
        onClose()
      }}
    >
      <header className="dialog-head">
        <h2 id={titleId}>{title}</h2>
        {hint ? <p className="small">{hint}</p> : null}
        <button type="button" className="btn btn-icon" aria-label="Close" title="Close (Esc)" onClick={onClose}>
          <Shape name="close" />
        </button>
      </header>
      {children}
    </dialog>
  )
}
