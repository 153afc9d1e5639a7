import { describe, expect, it } from 'vitest'
import { createPageCache } from './page-cache'

describe('createPageCache', () => {
  it('drops the page that was not asked for longest when there is no more room', () => {
    const cache = createPageCache(10)
    cache.set('a', ['aaaa'])
    cache.set('b', ['bbbb', { name: 'notices', of: '' }])
    expect(cache.get('a')).toEqual(['aaaa'])
    cache.set('c', ['cccc'])
    expect(cache.get('b')).toBeUndefined()
    expect(cache.get('a')).toEqual(['aaaa'])
    expect(cache.get('c')).toEqual(['cccc'])
  })

  it('keeps no page that would take all the room, and none twice', () => {
    const cache = createPageCache(4)
    cache.set('a', ['aaaa'])
    cache.set('big', ['bbbbb'])
    cache.set('a', ['aaaa'])
    expect(cache.get('big')).toBeUndefined()
    expect(cache.get('a')).toEqual(['aaaa'])
  })
})
