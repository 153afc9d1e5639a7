import type { ReactNode } from 'react'
import '@/components/workspace/workspace.css'
import './account.css'

type Props = { children: ReactNode /** Beside the form where there is room. */; aside?: ReactNode }

/** The page before the desk: the name, what it is for, and one form. */
export function Entrance({ children, aside }: Props) {
  return (
    <div className={aside ? 'entrance entrance-with-aside' : 'entrance'}>
      <a className="skip" href="#main">
        Skip to the content
      </a>
      <main id="main" tabIndex={-1}>
        <p className="wordmark">Assay</p>
        <p className="lede">Take a public statement apart, claim by claim, and agree on what stands.</p>
        {children}
      </main>
      {aside}
    </div>
  )
}
