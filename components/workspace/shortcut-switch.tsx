'use client'

import { useShortcuts } from '@/components/ui/shortcuts'

/** Turns single-key shortcuts on and off in this browser. */
export function ShortcutSwitch() {
  const { areOn, turn } = useShortcuts()
  return (
    <label className="check">
      <input type="checkbox" checked={areOn} onChange={event => turn(event.target.checked)} />
      <span>
        Single-key shortcuts
        <span className="hint">Turn them off if you dictate, or if they get in the way. Kept in this browser.</span>
      </span>
    </label>
  )
}
