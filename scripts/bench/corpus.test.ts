import { describe, expect, it } from 'vitest'
import { editCorpus, makeCorpus, makeTargets } from './corpus'

const corpus = makeCorpus(2_000)
const targets = makeTargets(corpus, 500)

describe('the benchmark’s corpus', () => {
  it('is the same each time', () => {
    expect(makeCorpus(2_000).text).toBe(corpus.text)
    expect(makeTargets(corpus, 500)).toEqual(targets)
  })

  it('has targets that are what their quotes say, some of them said elsewhere too', () => {
    for (const { start, end, exact, prefix, suffix } of targets) {
      expect(corpus.text.slice(start, end)).toBe(exact)
      expect(corpus.text.slice(0, start).endsWith(prefix)).toBe(true)
      expect(corpus.text.slice(end).startsWith(suffix)).toBe(true)
    }
    expect(targets.filter(({ exact }) => corpus.text.split(exact).length > 2).length).toBeGreaterThan(20)
  })

  it('knows where every target stands after the edits, and calls intact exactly those whose words are the same', () => {
    const edited = editCorpus(corpus, 0.05)
    const truths = targets.map(target => ({ target, truth: edited.truthOf(target) }))
    for (const { target, truth } of truths) {
      const now = edited.corpus.text.slice(truth.start, truth.end)
      expect(now === target.exact).toBe(truth.isIntact)
    }
    expect(truths.some(({ truth }) => truth.isIntact)).toBe(true)
    expect(truths.some(({ truth }) => !truth.isIntact)).toBe(true)
  })

  it('edits about the share of words it says', () => {
    const { text } = editCorpus(corpus).corpus
    const added = text.split(/\s/).filter(word => /^zx.*q$/.test(word)).length
    expect(added).toBeGreaterThan(5)
    expect(added).toBeLessThan(40)
  })
})
