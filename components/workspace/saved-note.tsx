import { Shape } from '@/components/ui/shape'

/** The quiet tick beside a button whose work is done. */
export function SavedNote({ isShown, children = 'Saved' }: { isShown: boolean; children?: string }) {
  return (
    <span className="saved" role="status">
      {isShown ? (
        <>
          <Shape name="approved" /> {children}
        </>
      ) : null}
    </span>
  )
}
