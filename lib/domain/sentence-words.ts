import type { ConsensusPolicy } from '@/lib/domain/consensus-policy'

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** A whole number from 0 as a word up to ten, in digits beyond: "three", "12". */
export function inWords(count: number): string {
  return WORDS[count] ?? String(count)
}

/** "1 step", "2 steps": the count in digits with its noun. */
export function counted(count: number, noun: string): string {
  return `${count} ${plural(count, noun)}`
}

export function plural(count: number, noun: string): string {
  return count === 1 ? noun : `${noun}s`
}

/** The same words as they begin a sentence. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The policy's majority as one says it: "two of three", "51 of 100", "all". */
export function majorityInWords({ majorityNumerator, majorityDenominator }: ConsensusPolicy): string {
  if (majorityNumerator === majorityDenominator) return 'all'
  const words = [majorityNumerator, majorityDenominator].map(inWords)
  const digits = [majorityNumerator, majorityDenominator].map(String)
  return (majorityDenominator < WORDS.length ? words : digits).join(' of ')
}
