const HERE = 'https://desk.invalid'

/** Where to go after signing in: a path of this desk, or the list of statements for anything that could lead elsewhere. */
export function returnPath(from: string | string[] | undefined): string {
  const home = '/statements'
  if (typeof from !== 'string' || !/^\/(?![/\\])/.test(from) || /[\p{Cc}\\]/u.test(from)) return home
  if (!URL.canParse(from, HERE)) return home
  const { origin, pathname, search, hash } = new URL(from, HERE)
  if (origin !== HERE || /^\/(sign-in|api)(\/|$)/.test(pathname) || pathname.startsWith('//')) return home
  return pathname + search + hash
}
