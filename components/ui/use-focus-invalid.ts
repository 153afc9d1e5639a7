'use client'

import { useEffect, useRef } from 'react'

/** Takes whoever was refused to the first field to change. Put the ref on the form and pass the refusal. */
export function useFocusInvalid(error: unknown) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (error) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [error])
  return form
}
