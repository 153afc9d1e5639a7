/**
 * Words and runs that the passwords of every leaked list are made of. No list of leaked passwords is asked over the
 * network: a desk's passwords are nobody else's business, and it must work without a connection.
 */
const COMMON_WORDS = [
  'password',
  'passwort',
  'passw0rd',
  'p@ssword',
  'p@ssw0rd',
  'administrator',
  'admin',
  'welcome',
  'letmein',
  'iloveyou',
  'changeme',
  'trustno1',
  'football',
  'baseball',
  'sunshine',
  'princess',
  'superman',
  'starwars',
  'whatever',
  'computer',
  'michael',
  'shadow',
  'master',
  'monkey',
  'dragon',
  'secret',
  'login',
  'hello',
  'assay',
]
const ROWS = [
  '01234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'qwertzuiop',
  'azertyuiop',
  'asdfghjkl',
  'yxcvbnm',
  'zxcvbnm',
  '1q2w3e4r5t6y7u8i9o0p',
]
/** Shown in every text on the subject, so the first thing anyone tries. */
const FAMOUS = ['correcthorsebatterystaple']
const LONGEST_ROW = 26
const SHORTEST_RUN = 4
/** What must be left once common words and runs are taken out. */
const ENOUGH = 6
/** Shorter names turn up inside ordinary words. */
const TELLING = 4

type Owner = { email?: string | null; deskName?: string | null }

/**
 * Why nobody should choose this password, in a sentence; null when it will do. Refuses what contains the owner's e-mail
 * name or the desk's name, and what consists of common words, keyboard runs and repetition. Length is the contract's business.
 */
export function passwordProblem(password: string, owner: Owner = {}): string | null {
  const plain = password.toLowerCase()
  const letters = plain.replace(/[^\p{L}\p{N}]/gu, '')
  const localPart = (owner.email?.split('@')[0] ?? '').toLowerCase()
  if (localPart.length >= TELLING && plain.includes(localPart)) {
    return 'This password contains your e-mail name, which is what others try first. Choose another.'
  }
  const deskName = (owner.deskName ?? '').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  if (deskName.length >= TELLING && letters.includes(deskName)) {
    return 'This password contains the desk’s name, which is what others try first. Choose another.'
  }
  if (FAMOUS.includes(letters) || new Set(withoutPatterns(plain)).size < ENOUGH) {
    return 'This password is among the first that others try. Use several words that do not belong together.'
  }
  return null
}

function withoutPatterns(plain: string): string {
  let rest = plain
  for (const word of COMMON_WORDS) rest = rest.replaceAll(word, '')
  for (const row of ROWS) rest = withoutRuns(withoutRuns(rest, row), [...row].reverse().join(''))
  return rest.replace(/[^\p{L}\p{N}]/gu, '')
}

/** Takes out every stretch of the row, longest first. */
function withoutRuns(text: string, row: string): string {
  let rest = text
  for (let length = Math.min(row.length, LONGEST_ROW); length >= SHORTEST_RUN; length--) {
    for (let start = 0; start + length <= row.length; start++)
      rest = rest.replaceAll(row.slice(start, start + length), '')
  }
  return rest
}
