import { describe, expect, it } from 'vitest'
import { repairDoubts } from './repair-doubts'

type Item = Parameters<typeof repairDoubts>[0]

function item(was: string, now: string | null, differences: Item['differences'] = []): Item {
  return {
    was: { versionNumber: 1, exact: was, prefix: '', suffix: '', start: 0, end: was.length },
    wasSentence: { start: 0, end: was.length, text: was },
    nowSentence: now === null ? null : { start: 0, end: now.length, text: now },
    differences,
  }
}

describe('repairDoubts', () => {
  it('names what differs in meaning where the passage was found', () => {
    const differences: Item['differences'] = [
      { kind: 'OTHER', was: { start: 0, end: 1 }, now: { start: 0, end: 1 } },
      { kind: 'NUMBER', was: { start: 0, end: 2 }, now: { start: 0, end: 2 } },
    ]
    expect(repairDoubts(item('18 officers died', '19 officers died', differences), null)).toEqual([
      { what: 'number', words: ['18', '19'] },
    ])
  })

  it.each([
    ['the same words elsewhere', 'Two berths were built.', 'Two berths were built.', 0],
    ['a word more or less', 'Two berths were built.', 'Only two berths were built', 0],
    ['other words', 'Two berths were built.', 'addressing public grievance', 1],
    ['other words in Chinese', '港口处理的货物', '政府的声明', 1],
    ['most of the words in Chinese', '港口处理的货物', '港口处理了货物', 0],
    ['a sign without words', '40 %', '%', 1],
  ])('asks about a chosen place: %s', (_case, was, chosen, count) => {
    expect(repairDoubts(item(was, null), chosen)).toHaveLength(count)
  })

  it('asks nothing where only the layout differs', () => {
    expect(repairDoubts(item('A b.', 'A  b.', []), null)).toEqual([])
  })
})
