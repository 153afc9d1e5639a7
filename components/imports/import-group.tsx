import { type ReactNode, useId } from 'react'

type Props = { name: string; hint: string; count: number; children: ReactNode }

/** One of the three groups of annotations; nothing where it is empty. */
export function ImportGroup({ name, hint, count, children }: Props) {
  const id = useId()
  if (count === 0) return null
  return (
    <section className="import-group" aria-labelledby={id}>
      <h3 id={id}>
        {name} <span className="quiet">{count}</span>
      </h3>
      {hint ? <p className="small">{hint}</p> : null}
      {children}
    </section>
  )
}
