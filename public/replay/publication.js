// Reads a publication's data, snapshot.json. No dependency, no side effects.

/**
 * What the replay looks at; the data holds more.
 * @typedef {{
 *   number: number, claimReviewed: string, action: string, rating: { key: string } | null,
 *   override: { agreed: string | null } | null, countedRound: number, policyVersion: number, scaleVersion: number,
 *   quorum: number, quorumReason: string | null, verdicts: { reviewer: string, rating: string }[],
 *   consensus?: { status: string, rating: string | null, reason: string | null }
 * }} Claim
 * @typedef {{
 *   desk: { name: string }, statement: { title: string }, publication: { number: number }, claims: Claim[],
 *   scales: { version: number, ratings: import('./consensus.js').Rating[] }[],
 *   policies: (import('./consensus.js').Policy & { version: number })[]
 * }} Publication
 */

const FORMAT = 1
const ANSWERS = ['APPROVE', 'OVERRIDE', 'RESOLVE', 'DISMISS']
const isText = (/** @type {unknown} */ value) => typeof value === 'string'
const isCount = (/** @type {unknown} */ value) => Number.isInteger(value) && Number(value) >= 0
const isTextOrNull = (/** @type {unknown} */ value) => value === null || isText(value)
const isCountOrNull = (/** @type {unknown} */ value) => value === null || isCount(value)
const isAction = (/** @type {unknown} */ value) => ANSWERS.includes(String(value))

/** Every field that the replay relies on, and what it must be; lists in brackets, what may be null with a question mark. */
const SHAPE = {
  desk: { name: isText },
  statement: { title: isText },
  publication: { number: isCount },
  scales: [{ version: isCount, ratings: [{ key: isText, label: isText, position: isCountOrNull }] }],
  policies: [
    {
      version: isCount,
      quorum: isCount,
      majorityNumerator: isCount,
      majorityDenominator: isCount,
      spread: isCount,
      maxRounds: isCount,
    },
  ],
  claims: [
    {
      number: isCount,
      claimReviewed: isText,
      action: isAction,
      'rating?': { key: isText },
      'override?': { agreed: isTextOrNull },
      countedRound: isCount,
      policyVersion: isCount,
      scaleVersion: isCount,
      quorum: isCount,
      quorumReason: isTextOrNull,
      verdicts: [{ reviewer: isText, rating: isText }],
      'consensus?': { status: isText, rating: isTextOrNull, reason: isTextOrNull },
    },
  ],
}

/**
 * The publication in this text. Throws an Error that says in a sentence why it is none.
 * @param {string} text
 * @returns {Publication}
 */
export function readPublication(text) {
  let data
  try {
    data = JSON.parse(text)
  } catch {
    throw new Error('This is not JSON. Save a publication’s snapshot.json as it is, and try that file.')
  }
  if (data === null || typeof data !== 'object' || !('format' in data)) {
    throw new Error('This is JSON, but not a publication’s data: it does not say which format it has.')
  }
  if (data.format !== FORMAT) {
    throw new Error(
      `This publication has format ${JSON.stringify(data.format)}; this replay knows format ${FORMAT}. Take a newer replay.`,
    )
  }
  const wrong = firstWrong(data, SHAPE, '')
  if (wrong !== null) throw new Error(`This is not a whole publication: ${wrong} is missing or not what it should be.`)
  return data
}

/**
 * The address of the first field that is not as the shape has it, or null.
 * @param {unknown} value
 * @param {unknown} shape
 * @param {string} at
 * @returns {string | null}
 */
function firstWrong(value, shape, at) {
  if (typeof shape === 'function') return shape(value) ? null : at
  if (Array.isArray(shape)) {
    if (!Array.isArray(value)) return at
    return value.map((one, index) => firstWrong(one, shape[0], `${at}[${index}]`)).find(Boolean) ?? null
  }
  if (value === null || typeof value !== 'object') return at
  for (const [name, inner] of Object.entries(/** @type {object} */ (shape))) {
    const field = name.replace('?', '')
    const found = /** @type {Record<string, unknown>} */ (value)[field]
    if (field !== name && (found === null || found === undefined)) continue
    const wrong = firstWrong(found, inner, at === '' ? field : `${at}.${field}`)
    if (wrong !== null) return wrong
  }
  return null
}

/**
 * Where a publication's data lies: for a public link (/s/…) and for a replay page (/replay/#…) below the link, any other
 * address as it is. Throws a TypeError for what is no address.
 * @param {string} address
 * @param {string} [base] what a relative address is relative to
 */
export function dataAddress(address, base) {
  const url = new URL(address.trim(), base)
  const [, shared] = /^\/s\/([\w-]+)\/?$/.exec(url.pathname) ?? []
  const [, replayed] = /^\/replay(?:\/.*)?#([\w-]+)$/.exec(url.pathname + url.hash) ?? []
  const token = shared ?? replayed
  return token === undefined ? url : new URL(`/s/${token}/snapshot.json`, url)
}
