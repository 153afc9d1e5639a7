'use client'

import Link from 'next/link'
import { useState } from 'react'
import { Shape } from '@/components/ui/shape'
import { dismissGuide } from './guide-cookie'

type Step = { title: string; text: string }

const REVIEWER_STEPS: readonly Step[] = [
  { title: 'Open a claim', text: 'Take one below, or press N. Its passage is marked in the statement.' },
  { title: 'Cast your verdict', text: 'Choose a rating, say why, cite a source. It stays sealed until all are in.' },
  { title: 'See it decided', text: 'Sign in as Maple (demo editor) to approve what is agreed, and publish it.' },
]

const EDITOR_STEPS: readonly Step[] = [
  { title: 'Open a claim', text: 'Take one below, or press N. All its verdicts are open by now, dissent included.' },
  { title: 'Decide it', text: 'Write the explanation for readers and approve, or decide otherwise and say why.' },
  { title: 'Publish', text: 'Take a snapshot of what is decided and make a link that anyone can open.' },
]

type Props = {
  isEditor: boolean
  /** The claim to begin with; null where nothing waits. */
  firstHref: string | null
}

/** Three steps for whoever opens the sample desk for the first time. Dismissed once, gone for good in this browser. */
export function FirstSteps({ isEditor, firstHref }: Props) {
  const [isShown, setShown] = useState(true)
  if (!isShown) return null
  return (
    <section className="first-steps" aria-labelledby="first-steps-name">
      <h2 id="first-steps-name">Three steps to try it</h2>
      <button
        type="button"
        className="btn btn-icon"
        aria-label="Put the three steps away"
        title="Put away"
        onClick={() => {
          dismissGuide()
          setShown(false)
        }}
      >
        <Shape name="close" />
      </button>
      <ol>
        {(isEditor ? EDITOR_STEPS : REVIEWER_STEPS).map(({ title, text }, index) => (
          <li key={title}>
            <b>{index === 0 && firstHref ? <Link href={firstHref}>{title}</Link> : title}</b>
            <p className="quiet">{text}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}
