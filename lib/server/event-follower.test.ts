import { createServer, type ServerResponse } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { followerOn } from './event-follower'

const CREDENTIAL = { sessionId: 'any', tokenId: null } as const
const CHUNK = Buffer.alloc(16 * 1024, 'x')

const endings: (() => void)[] = []
afterEach(() => {
  for (const end of endings.splice(0)) end()
})

/** A real response and the client's end of its socket. */
async function openResponse(): Promise<{ response: ServerResponse; socket: Socket }> {
  const server = createServer()
  const response = new Promise<ServerResponse>(resolve => server.on('request', (_request, made) => resolve(made)))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1') // A TCP server's address.
  endings.push(
    () => socket.destroy(),
    () => server.close(),
  )
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
  return { response: await response, socket }
}

describe('followerOn', () => {
  it('drops a reader who takes nothing in, while little waits in memory', async () => {
    const { response, socket } = await openResponse()
    socket.pause()
    const follower = followerOn(response, CREDENTIAL, 0)
    let sent = 0
    while (!response.destroyed && sent < 64 * 1024 * 1024) {
      follower.send(CHUNK)
      sent += CHUNK.byteLength
      if (sent % (1024 * 1024) === 0) await sleep(1) // Lets the kernel take what it will.
      expect(response.writableLength).toBeLessThan(512 * 1024)
    }
    expect(response.destroyed).toBe(true)
  })

  it('keeps a reader who takes everything in', async () => {
    const { response, socket } = await openResponse()
    let received = 0
    socket.on('data', chunk => {
      received += chunk.byteLength
    })
    const follower = followerOn(response, CREDENTIAL, 0)
    for (let i = 0; i < 500; i++) {
      follower.send(CHUNK)
      await sleep(i % 10 === 0 ? 1 : 0)
    }
    expect(response.destroyed).toBe(false)
    follower.end()
    await new Promise(resolve => socket.once('data', resolve))
    expect(received).toBeGreaterThan(0)
  })
})
