import { describe, expect, it } from 'vitest'
import { fileName } from './file-name'

describe('fileName', () => {
  it.each([
    ['keeps a title as it is', 'Remarks at the harbour', 'Remarks at the harbour.csv'],
    ['keeps other scripts', 'خطاب الميناء', 'خطاب الميناء.csv'],
    ['leads to no other folder', '../../etc/passwd', 'etc passwd.csv'],
    ['drops controls and line breaks', 'a\r\nb\u202ec\u0000', 'a b c.csv'],
    ['has one also without a title', ' .. ', 'statement.csv'],
    ['cuts no character in two', '😀'.repeat(100), `${'😀'.repeat(80)}.csv`],
  ])('%s', (_case, title, name) => {
    expect(fileName(title, 'csv')).toBe(name)
  })
})
