'use client'

import { useCallback } from 'react'
import { useDesk } from '@/components/workspace/desk-frame'
import { tickGuide } from './guide-cookie'
import type { GuideStep } from './guide-progress'

/** Ticks a step of the first guide, on the sample desk, where it stands. */
export function useGuideTick(): (step: GuideStep) => void {
  const { isSample } = useDesk().me.workspace
  return useCallback(
    step => {
      if (isSample) tickGuide(step)
    },
    [isSample],
  )
}
