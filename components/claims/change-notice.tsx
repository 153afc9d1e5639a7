'use client'

type Props = { notice: string; then: string; onSeen: () => void }

/** Says what is different since the person began, and waits until they have looked. */
export function ChangeNotice({ notice, then, onSeen }: Props) {
  return (
    <div className="notice change-notice" role="alert">
      <p>
        {notice} {then}
      </p>
      <button type="button" className="btn" onClick={onSeen}>
        I have looked
      </button>
    </div>
  )
}
