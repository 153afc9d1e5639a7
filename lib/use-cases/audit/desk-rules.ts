import type { ConsensusPolicy } from '@/lib/domain/consensus-policy'
import type { RatingScale } from '@/lib/domain/scale'

/** Every policy and scale that a desk has ever had. */
export type DeskRules = {
  policies: readonly (ConsensusPolicy & { version: number; at: Date })[]
  scales: readonly (RatingScale & { at: Date })[]
}
