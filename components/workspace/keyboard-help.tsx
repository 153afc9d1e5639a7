'use client'

import { Dialog } from '@/components/ui/dialog'
import { useShortcuts } from '@/components/ui/shortcuts'
import { ShortcutSwitch } from './shortcut-switch'

const BACK = { keys: 'Escape', label: 'Back out one level' }

/** Every key that does something here and now, and the switch that turns them all off. */
export function KeyboardHelp({ onClose }: { onClose: () => void }) {
  const { list, areOn } = useShortcuts()
  const shortcuts = withoutRepeats([BACK, ...list()])
  return (
    <Dialog title="Keyboard" hint={areOn ? 'None fires while you type.' : 'Shortcuts are off.'} onClose={onClose}>
      <div className="dialog-body">
        <dl className="key-list">
          {shortcuts.map(({ keys, label }) => (
            <div key={keys}>
              <dt>
                <Keys keys={keys} />
              </dt>
              <dd>{label}</dd>
            </div>
          ))}
        </dl>
        <ShortcutSwitch />
      </div>
    </Dialog>
  )
}

/** The keys of a shortcut as they are printed: "g s" is G then S. */
function Keys({ keys }: { keys: string }) {
  const [first = '', second] = keys.split(' ').map(printed)
  return (
    <>
      <kbd>{first}</kbd>
      {second ? (
        <>
          {' '}
          then <kbd>{second}</kbd>
        </>
      ) : null}
    </>
  )
}

function printed(key: string): string {
  if (key === 'Escape') return 'Esc'
  return key.length === 1 ? key.toUpperCase() : key
}

/** The nearest one wins where two share their keys, as it does when they are pressed. */
function withoutRepeats<T extends { keys: string }>(shortcuts: readonly T[]): T[] {
  return [...new Map(shortcuts.map(shortcut => [shortcut.keys, shortcut])).values()]
}
