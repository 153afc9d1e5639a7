'use client'

import Link from 'next/link'
import { useState, useSyncExternalStore } from 'react'
import { Shape } from '@/components/ui/shape'
import { dismissGuide, readGuideCookie } from './guide-cookie'
import { type GuideStep, guideProgressFrom } from './guide-progress'

type Step = { key: GuideStep; title: string; text: string; keyHint?: string }

const NEXT_KEY = 'N opens the next.'

const REVIEWER_STEPS: readonly Step[] = [
  {
    key: 'opened',
    title: 'Open a claim',
    text: 'Take one below. Its passage is marked in the statement.',
    keyHint: NEXT_KEY,
  },
  {
    key: 'cast',
    title: 'Cast your verdict',
    text: 'Choose a rating, say why, cite a source. It stays sealed until all are in.',
  },
  {
    key: 'saw-decided',
    title: 'See it decided',
    text: 'Sign in as Maple (demo editor) to approve what is agreed, and publish it.',
  },
]

const EDITOR_STEPS: readonly Step[] = [
  {
    key: 'opened',
    title: 'Open a claim',
    text: 'Take one below. All its verdicts are open by now, dissent included.',
    keyHint: NEXT_KEY,
  },
  {
    key: 'decided',
    title: 'Decide it',
    text: 'Write the explanation for readers and approve, or decide otherwise and say why.',
  },
  {
    key: 'published',
    title: 'Publish',
    text: 'Take a snapshot of what is decided and make a link that anyone can open.',
  },
]

type Props = {
  isEditor: boolean
  /** The claim to begin with; null where nothing waits. */
  firstHref: string | null
  /** The guide's cookie, as the server read it. */
  cookie: string | undefined
}

// Its steps are ticked on other pages; whoever comes back reads the cookie anew.
const subscribe = () => () => {}

/**
 * Three steps for whoever opens the sample desk for the first time, ticked as they are taken. Dismissed once, gone for
 * good in this browser.
 */
export function FirstSteps({ isEditor, firstHref, cookie }: Props) {
  const [isShown, setShown] = useState(true)
  const { done } = guideProgressFrom(useSyncExternalStore(subscribe, readGuideCookie, () => cookie))
  const steps = isEditor ? EDITOR_STEPS : REVIEWER_STEPS
  const left = steps.filter(({ key }) => !done.includes(key)).length
  if (!isShown) return null
  return (
    <section className="first-steps" aria-labelledby="first-steps-name">
      <h2 id="first-steps-name">{left === 0 ? 'All three steps taken' : 'Three steps to try it'}</h2>
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
        {steps.map(({ key, title, text, keyHint }, index) => (
          <li key={key} data-done={done.includes(key) || undefined}>
            {done.includes(key) ? <Shape name="approved" /> : null}
            <b>
              {done.includes(key) ? <span className="vh">Done: </span> : null}
              {index === 0 && firstHref ? <Link href={firstHref}>{title}</Link> : title}
            </b>
            <p className="quiet">
              {text}
              {keyHint ? <span className="key-note"> {keyHint}</span> : null}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
