import { type ClientRequest, get, type IncomingHttpHeaders } from 'node:http'

export type StreamMessage = { id: string | null; event: string; data: unknown }

/** A client of an event stream that reads as a browser does and can be cut off. */
export class EventSourceClient {
  readonly messages: StreamMessage[] = []
  /** Every line as it came, comments and retry hints too. */
  readonly lines: string[] = []
  status = 0
  headers: IncomingHttpHeaders = {}
  body = ''
  isClosed = false
  private request: ClientRequest
  private wake: (() => void)[] = []

  constructor(url: string, headers: Record<string, string>) {
    this.request = get(url, { headers: { accept: 'text/event-stream', ...headers }, agent: false }, response => {
      this.status = response.statusCode ?? 0
      this.headers = response.headers
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => this.take(chunk))
      response.on('error', () => {})
      response.on('close', () => this.end())
      this.changed()
    })
    this.request.on('error', () => this.end())
  }

  get lastId(): string | null {
    return this.messages.at(-1)?.id ?? null
  }

  /** Resolves when the condition holds, and fails after the time has passed. */
  async until(what: string, isSo: (client: this) => boolean, ms = 5_000): Promise<void> {
    const end = Date.now() + ms
    while (!isSo(this)) {
      const left = end - Date.now()
      if (left <= 0)
        throw new Error(`the stream did not come to: ${what}. It has ${JSON.stringify(this.lines.slice(-12))}`)
      await new Promise<void>(resolve => {
        const timer = setTimeout(resolve, left)
        this.wake.push(() => {
          clearTimeout(timer)
          resolve()
        })
      })
    }
  }

  cut(): void {
    this.request.destroy()
    this.end()
  }

  private take(chunk: string): void {
    this.body += chunk
    for (let end = this.body.indexOf('\n\n'); end >= 0; end = this.body.indexOf('\n\n')) {
      this.read(this.body.slice(0, end))
      this.body = this.body.slice(end + 2)
    }
    this.changed()
  }

  private read(frame: string): void {
    const lines = frame.split('\n')
    this.lines.push(...lines)
    const field = (name: string) => lines.find(line => line.startsWith(`${name}: `))?.slice(name.length + 2)
    const data = field('data')
    if (data !== undefined) {
      this.messages.push({ id: field('id') ?? null, event: field('event') ?? 'message', data: JSON.parse(data) })
    }
  }

  private end(): void {
    this.isClosed = true
    this.changed()
  }

  private changed(): void {
    for (const wake of this.wake.splice(0)) wake()
  }
}
