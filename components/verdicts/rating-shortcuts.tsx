'use client'

import { useShortcut } from '@/components/ui/shortcuts'
import { findRating, type RatingScale } from '@/lib/domain/scale'
import { ratingKeys } from './rating-keys'

type Props = { scale: RatingScale; onPress: (key: string) => void }

/** The keys that choose a rating, while a verdict is being written. */
export function RatingShortcuts({ scale, onPress }: Props) {
  return [...ratingKeys(scale)].map(([rating, keys]) => (
    <RatingShortcut
      key={rating}
      keys={keys}
      label={`Rate it: ${findRating(scale, rating)?.label ?? rating}`}
      onPress={() => onPress(rating)}
    />
  ))
}

function RatingShortcut({ keys, label, onPress }: { keys: string; label: string; onPress: () => void }) {
  useShortcut(keys, label, onPress)
  return null
}
