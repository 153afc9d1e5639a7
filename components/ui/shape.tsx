import type { ReactNode } from 'react'

/** Status shapes and the few icons. Drawn in ink, never in a rating's colour: workflow and verdict stay two things. */
const DRAWINGS = {
  awaiting: <circle cx="8" cy="8" r="5.25" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  agreed: <circle cx="8" cy="8" r="6" fill="currentColor" />,
  split: (
    <>
      <circle cx="8" cy="8" r="5.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M8 2a6 6 0 0 0 0 12z" fill="currentColor" />
    </>
  ),
  escalated: <path d="M8 2.5 14.5 13.5h-13z" fill="currentColor" />,
  approved: <path d="m2.75 8.5 3.5 3.75 7-8.5" fill="none" stroke="currentColor" strokeWidth="2" />,
  dismissed: <path d="M3 8h10" fill="none" stroke="currentColor" strokeWidth="2" />,
  returned: (
    <path
      d="M6.25 3 3 6.25 6.25 9.5M3.5 6.25h6.25a3.25 3.25 0 0 1 0 6.5H6"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
    />
  ),
  changed: <path d="M8 2.5v7M8 12v2" fill="none" stroke="currentColor" strokeWidth="2.25" />,
  orphaned: (
    <>
      <circle cx="8" cy="8" r="5.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M3 13 13 3" stroke="currentColor" strokeWidth="1.5" />
    </>
  ),
  overdue: (
    <>
      <circle cx="8" cy="8" r="5.75" fill="currentColor" />
      <path d="M8 4.5V8l2.5 1.75" className="shape-hole" fill="none" strokeWidth="1.5" />
    </>
  ),
  embargo: (
    <>
      <path d="M3.5 7.25h9v6.25h-9z" fill="currentColor" />
      <path d="M5.25 7.25V5a2.75 2.75 0 0 1 5.5 0v2.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
    </>
  ),
  bell: (
    <path
      d="M3 11.5h10c-1.25-1.25-1.5-2.5-1.5-5a3.5 3.5 0 0 0-7 0c0 2.5-.25 3.75-1.5 5zM6.75 13.5h2.5"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinejoin="round"
    />
  ),
  close: <path d="m4 4 8 8m0-8-8 8" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  up: <path d="m3.5 10 4.5-4.5 4.5 4.5" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  down: <path d="m3.5 6 4.5 4.5L12.5 6" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  list: <path d="M2.5 4h11M2.5 8h11M2.5 12h7" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  search: (
    <>
      <circle cx="7" cy="7" r="4.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="m10.25 10.25 3.5 3.5" stroke="currentColor" strokeWidth="1.5" />
    </>
  ),
} satisfies Record<string, ReactNode>

export type ShapeName = keyof typeof DRAWINGS

/** A shape beside its word. Give `label` only where no word stands nearby. */
export function Shape({ name, label }: { name: ShapeName; label?: string }) {
  return (
    <svg
      className="shape"
      viewBox="0 0 16 16"
      focusable="false"
      role={label ? 'img' : undefined}
      aria-hidden={label ? undefined : true}
    >
      {label ? <title>{label}</title> : null}
      {DRAWINGS[name]}
    </svg>
  )
}
