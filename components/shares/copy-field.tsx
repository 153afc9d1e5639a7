'use client'

import { useEffect, useRef, useState } from 'react'
import { useAnnounce } from '@/components/ui/announcer'
import { Field } from '@/components/ui/field'
import { Shape } from '@/components/ui/shape'

/** An address to be taken along: selected at once, copied by one press. */
export function CopyField({ label, value, hint }: { label: string; value: string; hint?: string }) {
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
      announce('The browser does not allow copying here. The address is selected: copy it yourself.')
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
