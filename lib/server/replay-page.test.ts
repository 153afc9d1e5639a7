import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isReplayAddress, serveReplayPage } from './replay-page'

const folder = new URL('../../public/replay/', import.meta.url)
const read = (file: string) => readFileSync(new URL(file, folder), 'utf8')
const ask = (path: string) => serveReplayPage(new Request(`https://desk.example${path}`))

describe('the replay page', () => {
  it.each([
    ['/replay/', 'text/html; charset=utf-8'],
    ...readdirSync(folder).map(file => [
      `/replay/${file}`,
      `text/${{ html: 'html', js: 'javascript', css: 'css' }[file.split('.')[1] ?? '']}; charset=utf-8`,
    ]),
  ])('serves %s', async (path = '', type) => {
    const reply = await ask(path)
    expect([reply.status, reply.headers.get('content-type')]).toEqual([200, type])
    expect(await reply.text()).toBe(read(path === '/replay/' ? 'index.html' : path.slice('/replay/'.length)))
  })

  it('leads from its name to its folder, so that its files are found beside it', async () => {
    const reply = await ask('/replay')
    expect([reply.status, reply.headers.get('location')]).toEqual([308, '/replay/'])
  })

  it.each(['/replay/other.js', '/replay/../robots.txt', '/replay/..%2frobots.txt', '/replay/constructor'])(
    'has no %s',
    async path => {
      expect((await ask(path)).status).toBe(404)
    },
  )

  it('is asked for by its own addresses alone', () => {
    expect(['/replay', '/replay/', '/replay/page.js'].every(isReplayAddress)).toBe(true)
    expect(['/', '/replays', '/s/replay', '/api/replay/'].some(isReplayAddress)).toBe(false)
  })

  it('lets in its own files alone, and tells nobody where it was called from', async () => {
    const { headers } = await ask('/replay/')
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'; script-src 'self';")
    expect(policy).not.toMatch(/unsafe|nonce|https?:|\*/)
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    const page = read('index.html')
    expect(page.match(/<script(?![^>]* src=")|<style|\son\w+=|style=/gi)).toBeNull()
    expect(page.match(/(?:src|href)="(?!#|\/icon\.svg|(?:page|consensus)\.js"|replay\.css)[^"]*"/g)).toBeNull()
    expect(read('page.js')).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(/)
  })

  it('has the desk’s values for every token, and no colour of its own', () => {
    const tokensOf = (css: string) =>
      new Map(
        [...css.replace(/\/\*.*?\*\//gs, '').matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(([, at = '', body = '']) =>
          [...body.matchAll(/(--[\w-]+):([^;]+);/g)].map(([, name, value = '']): [string, string] => [
            `${at.trim()} ${name}`,
            value.replace(/\s+/g, ' ').trim(),
          ]),
        ),
      )
    const css = read('replay.css')
    const ours = tokensOf(css)
    const theirs = tokensOf(readFileSync(new URL('../../components/ui/tokens.css', import.meta.url), 'utf8'))
    expect(ours.size).toBeGreaterThan(50)
    expect([...ours].filter(([name, value]) => theirs.get(name) !== value)).toEqual([])
    const carried = new Set([...css.matchAll(/(--[\w-]+):/g)].map(([, name]) => name))
    expect([...css.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name).filter(name => !carried.has(name))).toEqual([])
    expect(css.slice(css.indexOf('/* The page */')).match(/#[0-9a-f]{3,8}\b|rgba?\(/gi)).toBeNull()
  })
})
