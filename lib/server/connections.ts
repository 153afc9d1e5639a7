import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/**
 * Follows which of a server's connections are busy. From the returned function's call on, each is closed as soon as it is
 * not. Node's closeIdleConnections leaves out those that browsers open in advance and have not used yet.
 */
export function followConnections(server: Server): () => void {
  const busy = new Map<Socket, number>()
  let isClosing = false

  server.on('connection', socket => {
    busy.set(socket, 0)
    socket.once('close', () => busy.delete(socket))
  })
  server.prependListener('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    busy.set(socket, (busy.get(socket) ?? 0) + 1)
    response.once('close', () => {
      const left = (busy.get(socket) ?? 1) - 1
      if (!socket.destroyed) busy.set(socket, left)
      if (isClosing && left === 0) socket.destroySoon()
    })
  })
  return () => {
    isClosing = true
    for (const [socket, requests] of busy) if (requests === 0) socket.destroySoon()
  }
}
