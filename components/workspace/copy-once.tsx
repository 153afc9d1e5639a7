'use client'

import { useEffect, useRef, useState } from 'react'
import { useAnnounce } from '@/components/ui/announcer'

type Props = {
  /** What the secret is, such as "Invitation link". */
  label: string
  secret: string
  hint: string
}

/** A secret that is shown this once, ready to copy. Takes the focus, so that it is neither missed nor lost. */
export function CopyOnce({ label, secret, hint }: Props) {
  const announce = useAnnounce()
  const [isCopied, setCopied] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [])

  const copy = async () => {
    input.current?.select()
    try {
      await navigator.clipboard.writeText(secret)
      setCopied(true)
      announce('Copied')
    } catch {
      announce('The browser does not let this page copy. It is selected: copy it with the keyboard.')
    }
  }
  return (
    <div className="copy-once">
      <p className="label">{label}</p>
      <div className="copy-row">
        <input className="field" aria-label={label} readOnly value={secret} ref={input} spellCheck={false} />
        <button type="button" className="btn" onClick={() => void copy()}>
          {isCopied ? 'Copied' : 'Copy'}
        </button>
      </div>
      <p className="hint">{hint}</p>
    </div>
  )
}
