import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { PAGE_CSS } from './page-css'
import { PAGE_TOKENS } from './page-tokens'

const desk = readFileSync(new URL('../../../components/ui/tokens.css', import.meta.url), 'utf8')

/** `selector --name` → value, white space evened out. */
function tokensOf(css: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const [, selector = '', body = ''] of css.replace(/\/\*.*?\*\//gs, '').matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    for (const [, name = '', value = ''] of body.matchAll(/(--[\w-]+):([^;]+);/g)) {
      found.set(`${selector.trim()} ${name}`, value.replace(/\s+/g, ' ').trim())
    }
  }
  return found
}

describe('the public page’s style', () => {
  it('has the desk’s values for every token it carries', () => {
    const ours = tokensOf(PAGE_TOKENS)
    const theirs = tokensOf(desk)
    expect(ours.size).toBeGreaterThan(60)
    expect([...ours].filter(([name, value]) => theirs.get(name) !== value)).toEqual([])
  })

  it('loads each of the desk’s font files for the same characters', () => {
    const facesOf = (css: string) =>
      [...css.matchAll(/url\("(\/fonts\/[^"]+)"\)[^}]*?unicode-range:\s*([^;]+);/g)].map(
        ([, file, range]) => `${file} ${range}`,
      )
    expect(facesOf(PAGE_TOKENS).sort()).toEqual(facesOf(desk).sort())
  })

  it('uses no token that it does not carry, and no colour of its own on the screen', () => {
    const carried = new Set([...PAGE_CSS.matchAll(/(--[\w-]+):/g)].map(([, name]) => name))
    const used = new Set([...PAGE_CSS.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name))
    expect([...used].filter(name => !carried.has(name))).toEqual([])
    const screen = PAGE_CSS.slice(PAGE_TOKENS.length, PAGE_CSS.indexOf('/* Print'))
    expect(screen.match(/#[0-9a-f]{3,8}\b|rgba?\(/gi)).toBeNull()
  })
})
