'use client'

import { useState } from 'react'
import { useAnnounce } from '@/components/ui/announcer'
import type { ApiProblem } from './call'
import { errorAt } from './field-errors'

type Problem = { path: string; message: string }

/**
 * What is wrong with a form: its own problems once sending was tried, so that nobody is told off while still writing, and
 * what the server said of it.
 */
export function useProblems(problems: readonly Problem[], refusal: ApiProblem | null) {
  const announce = useAnnounce()
  const [isTried, setTried] = useState(false)
  return {
    problemAt: (path: string) =>
      (isTried ? problems.find(problem => problem.path === path)?.message : undefined) ?? errorAt(refusal, path),
    /** To be asked before sending: shows what is wrong, says the first of it, and whether there is nothing. */
    isReady: () => {
      setTried(true)
      const [first] = problems
      if (first) announce(first.message)
      return first === undefined
    },
  }
}
