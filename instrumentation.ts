/** Runs once before Next answers: a wrong configuration stops the start, with what to set, instead of the first request. */
export async function register(): Promise<void> {
  const { env } = await import('@/lib/platform/env')
  env()
}
