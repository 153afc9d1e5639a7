'use client'

import { Fragment } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { type ListedKeys, useShortcuts } from '@/components/ui/shortcuts'
import { ShortcutSwitch } from './shortcut-switch'

const BACK: ListedKeys = { keys: 'Escape', label: 'Back out one level' }
const SEND: ListedKeys = { keys: 'Ctrl+Enter', label: 'Send it (⌘ ⏎ on a Mac)', place: 'While you write' }

/** Every key that does something here and now, and the switch that turns them all off. */
export function KeyboardHelp({ onClose }: { onClose: () => void }) {
  const { list, areOn } = useShortcuts()
  const shortcuts = withoutRepeats([BACK, ...list(), SEND])
  const places = Map.groupBy(shortcuts, ({ place }) => place)
  return (
    <Dialog
      title="Keyboard"
      hint={areOn ? 'Single keys do nothing while you type.' : 'Shortcuts are off.'}
      onClose={onClose}
    >
      <div className="dialog-body">
        {[...places].map(([place, keys]) => (
          <section key={place ?? ''}>
            {place ? <h3 className="part-name">{place}</h3> : null}
            <dl className="key-list">
              {keys.map(({ keys, label }) => (
                <div key={keys}>
                  <dt>
                    <Keys keys={keys} />
                  </dt>
                  <dd>{label}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <ShortcutSwitch />
      </div>
    </Dialog>
  )
}

/** The keys of a shortcut as they are printed: "g s" is G then S. */
function Keys({ keys }: { keys: string }) {
  const [first = '', second] = keys.split(' ')
  return (
    <>
      <Stroke keys={first} />
      {second ? (
        <>
          {' '}
          then <Stroke keys={second} />
        </>
      ) : null}
    </>
  )
}

/** Keys pressed at once: what is held first, and of several that go with it one. */
function Stroke({ keys }: { keys: string }) {
  const [held, pressed] = /^(Shift|Ctrl)\+(.+)$/u.exec(keys)?.slice(1) ?? [null, keys]
  return (
    <>
      {held ? (
        <>
          <kbd>{held}</kbd>{' '}
        </>
      ) : null}
      {(pressed ?? '').split('|').map((key, index) => (
        <Fragment key={key}>
          {index > 0 ? ' ' : null}
          <kbd>{printed(key)}</kbd>
        </Fragment>
      ))}
    </>
  )
}

const PRINTED: Readonly<Record<string, string>> = {
  Escape: 'Esc',
  Enter: '⏎',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
}

function printed(key: string): string {
  return PRINTED[key] ?? (key.length === 1 ? key.toUpperCase() : key)
}

/** The nearest one wins where two share their keys, as it does when they are pressed. */
function withoutRepeats(shortcuts: readonly ListedKeys[]): ListedKeys[] {
  return [...new Map(shortcuts.map(shortcut => [`${shortcut.place ?? ''} ${shortcut.keys}`, shortcut])).values()]
}
