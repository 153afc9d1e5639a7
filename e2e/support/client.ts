import type { APIRequestContext, PlaywrightWorkerArgs } from '@playwright/test'

/** A signed-in client of the API, for what a test needs but is not about. */
export class Client {
  private constructor(
    private readonly http: APIRequestContext,
    private readonly origin: string,
  ) {}

  static async signIn(
    playwright: PlaywrightWorkerArgs['playwright'],
    origin: string,
    email: string,
    password: string,
  ): Promise<Client> {
    const http = await playwright.request.newContext({ baseURL: origin, extraHTTPHeaders: { origin } })
    const { csrfToken } = (await (await http.get('/api/auth/csrf')).json()) as { csrfToken: string } // next-auth's own shape
    const reply = await http.post('/api/auth/callback/credentials', {
      form: { csrfToken, email, password, json: 'true' },
    })
    if (!reply.ok()) throw new Error(`${email} could not sign in: ${reply.status()} ${await reply.text()}`)
    return new Client(http, origin)
  }

  get<T>(path: string): Promise<T> {
    return this.call<T>('get', path)
  }

  post<T>(path: string, data: unknown = {}): Promise<T> {
    return this.call<T>('post', path, data)
  }

  put<T>(path: string, data: unknown = {}): Promise<T> {
    return this.call<T>('put', path, data)
  }

  async close(): Promise<void> {
    await this.http.dispose()
  }

  private async call<T>(method: 'get' | 'post' | 'put', path: string, data?: unknown): Promise<T> {
    const reply = await this.http[method](`${this.origin}/api/v1${path}`, data === undefined ? {} : { data })
    if (!reply.ok()) throw new Error(`${method} ${path}: ${reply.status()} ${await reply.text()}`)
    return (await reply.json()) as T // the contract's reply; the test names it
  }
}
