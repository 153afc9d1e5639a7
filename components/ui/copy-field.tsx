'use client'

import { useEffect, useRef, useState } from 'react'
import { useAnnounce } from './announcer'
import { Field } from './field'
import { Shape } from './shape'

/** A link or a token to be taken along: focused and selected at once, copied by one press. */
export function CopyField({ label, value, hint }: { label: string; value: string; hint: string }) {
  const field = useRef<HTMLInputElement>(null)
  const announce = useAnnounce()
  const [isCopied, setCopied] = useState(false)

  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value)
      setCopied(true)
      announce('Copied.')
    } catch {
      // Browsers withhold the clipboard from pages served without TLS; what is selected can still be copied by hand.
      field.current?.select()
      announce('The browser does not allow copying here. It is selected: copy it with the keyboard.')
    }
  }
  return (
    <Field label={label} hint={hint}>
      {control => (
        <div className="copy-field">
          <input
            {...control}
            ref={field}
            className="field"
            readOnly
            spellCheck={false}
            value={value}
            onFocus={event => event.target.select()}
          />
          <button type="button" className="btn" onClick={() => void copy()}>
            {isCopied ? (
              <>
                <Shape name="approved" /> Copied
              </>
            ) : (
              'Copy'
            )}
          </button>
        </div>
      )}
    </Field>
  )
}
