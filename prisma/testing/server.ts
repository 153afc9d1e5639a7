/** What the global setup hands to every worker of one test run. */
export type TestServer = {
  /** A connection string of the server for a role that may create databases. */
  adminUrl: string
  /** The migrated database that each worker's own is a copy of. */
  template: string
  /** What the names of this run's databases begin with. */
  prefix: string
}

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer
  }
}

/** The same server's connection string for another of its databases. */
export function withDatabase(adminUrl: string, name: string): string {
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  return url.href
}
