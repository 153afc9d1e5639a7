import { describe, expect, it } from 'vitest'
import { ALL_CONTRACTS } from '@/lib/contracts/all-contracts'
import * as operations from './operations'

describe('the operations that are called without their contracts', () => {
  it.each(Object.entries(operations))('%s is where its contract says', (name, { method, path }) => {
    const contract = ALL_CONTRACTS.find(({ id }) => id === name)
    expect({ method, path }).toEqual({ method: contract?.method, path: contract?.path })
  })
})
