// The page around the replay: takes a link or a file, and shows claim by claim what the rule says of it. Text from a
// publication only ever becomes text. The link's secret stays in this browser: it comes in the part of the address after
// the #, which no server is sent, and leaves only in the request for the data itself.

import { dataAddress, readPublication } from './publication.js'
import { caveat, outcomeInWords, replay, verdictInWords } from './replay.js'

/** How long (ms) the desk may take. */
const PATIENCE_MS = 20_000

const form = /** @type {HTMLFormElement} */ (document.getElementById('ask'))
const address = /** @type {HTMLInputElement} */ (document.getElementById('address'))
const file = /** @type {HTMLInputElement} */ (document.getElementById('file'))
const problem = /** @type {HTMLElement} */ (document.getElementById('problem'))
const status = /** @type {HTMLElement} */ (document.getElementById('status'))
const result = /** @type {HTMLElement} */ (document.getElementById('result'))

/** Counts what was asked for, so that a slow reply does not replace a later one. */
let asked = 0

form.addEventListener('submit', event => {
  event.preventDefault()
  void show(() => fetchData(address.value))
})
file.addEventListener('change', () => {
  const [chosen] = file.files ?? []
  if (chosen) void show(() => chosen.text())
})
window.addEventListener('hashchange', followFragment)
followFragment()

/** Replays the publication that the address of this page names after its #. */
function followFragment() {
  if (!/^#[\w-]{20,}$/.test(location.hash)) return
  void show(() => fetchData(location.href))
}

/**
 * @param {() => Promise<string>} load
 */
async function show(load) {
  const mine = ++asked
  problem.textContent = ''
  status.textContent = 'Reading the publication…'
  try {
    const data = (await load()).trim()
    const publication = readPublication(data)
    const parts = resultParts(publication, replay(publication), await sha256(data))
    if (mine !== asked) return
    const isFirst = result.hidden && mine === 1
    result.replaceChildren(...parts)
    result.hidden = false
    status.textContent = ''
    document.title = `Replay: ${publication.statement.title}`
    // Who came by a link sees the page from its top.
    result.focus({ preventScroll: isFirst && location.hash !== '' })
  } catch (error) {
    if (mine !== asked) return
    result.hidden = true
    status.textContent = ''
    problem.textContent = error instanceof Error ? error.message : String(error)
  }
}

/** @param {string} typed */
async function fetchData(typed) {
  if (typed.trim() === '') throw new Error('Paste a public link first, or choose a file.')
  const url = addressOf(typed)
  if (url.origin !== location.origin) {
    throw new Error(`This page reads from ${location.host} alone. Save that publication’s data, and choose the file.`)
  }
  const reply = await fetch(url, {
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(() => {
    throw new Error('The desk could not be reached. Look at your connection, then try again.')
  })
  if (reply.status === 404) throw new Error('Nothing is published there: the link may be mistyped, or have ended.')
  if (reply.status === 429) throw new Error('Too many tries. Wait some minutes, then try again.')
  if (!reply.ok) throw new Error(`The desk answered ${reply.status} instead of a publication’s data.`)
  return reply.text()
}

/** @param {string} typed */
function addressOf(typed) {
  try {
    return dataAddress(typed, location.origin)
  } catch {
    throw new Error('This is not an address. Paste the whole public link.')
  }
}

/**
 * The SHA-256 of the data, or null where the browser keeps it from pages that came over plain http.
 * @param {string} data
 */
async function sha256(data) {
  if (!crypto.subtle) return null
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(data))
  return [...new Uint8Array(digest)].map(byte => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * @param {import('./publication.js').Publication} publication
 * @param {readonly import('./replay.js').Replayed[]} all
 * @param {string | null} hash
 */
function resultParts({ desk, statement, publication }, all, hash) {
  const differing = all.filter(({ differences }) => differences.length > 0).map(({ claim }) => claim.number)
  const said =
    differing.length === 0
      ? `${all.length} of ${all.length} claims as published`
      : `Not as published: claim ${differing.join(', ')}`
  const note = caveat(all)
  return [
    element('p', { class: 'of', dir: 'auto' }, `${desk.name}: ${statement.title}, publication ${publication.number}`),
    element('h2', { id: 'result-name' }, said),
    ...(note ? [element('p', { class: 'note' }, note)] : []),
    ...(hash
      ? [
          element(
            'p',
            { class: 'note' },
            'SHA-256 of the data, which the publication states under “Repeat it”: ',
            element('code', {}, hash),
          ),
        ]
      : []),
    rulePart(),
    ...all.map(claimPart),
  ]
}

/**
 * What the words of the tables mean.
 * @type {ReadonlyArray<readonly [string, string]>}
 */
const RULE = [
  ['Clause', 'One step of the rule. They are asked in this order; the first that fails decides.'],
  ['Quorum', 'Enough verdicts were counted.'],
  ['Branch', 'A majority rated on the scale, or gave the same answer off it.'],
  ['Majority', 'A majority gave the very same rating on the scale.'],
  ['Spread', 'The highest and the lowest rating given are few enough steps apart.'],
]

function rulePart() {
  return element(
    'details',
    { class: 'rule' },
    element('summary', {}, 'How to read the tables'),
    element('dl', {}, ...RULE.flatMap(([word, meaning]) => [element('dt', {}, word), element('dd', {}, meaning)])),
  )
}

/** @param {import('./replay.js').Replayed} one */
function claimPart(one) {
  const { claim, result, policy } = one
  const isSame = one.differences.length === 0
  const counts = result.counts.map(({ label, tone, count }) =>
    element('li', {}, `${count} × `, element('span', tone ? { class: 'rating', 'data-r': tone } : {}, label)),
  )
  const rows = result.clauses.map(({ name, says, holds }) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, name),
      element('td', {}, says),
      element('td', holds ? {} : { class: 'fails' }, holds ? '✓ holds' : '✕ fails'),
    ),
  )
  return element(
    'article',
    { class: isSame ? 'claim' : 'claim differs' },
    element(
      'h3',
      {},
      element('span', { class: 'number' }, `Claim ${claim.number}, round ${claim.countedRound}`),
      element('bdi', {}, claim.claimReviewed),
    ),
    element('ul', { class: 'counts', 'aria-label': 'Counted verdicts' }, ...counts),
    element(
      'table',
      {},
      element(
        'thead',
        {},
        element('tr', {}, ...['Clause', 'Found', 'Result'].map(name => element('th', { scope: 'col' }, name))),
      ),
      element('tbody', {}, ...rows),
    ),
    ...(claim.quorum < policy.quorum
      ? [element('p', { class: 'note' }, `Quorum lowered from ${policy.quorum} for this claim: ${claim.quorumReason}`)]
      : []),
    element(
      'p',
      { class: 'found' },
      element('b', {}, outcomeInWords(one)),
      isSame ? ' — ' : element('br', {}),
      element('span', { class: 'match' }, verdictInWords(one)),
    ),
    ...(claim.action === 'APPROVE' ? [] : [element('p', { class: 'note' }, otherDecision(one))]),
  )
}

/**
 * The rule says what reviewers reached; what an editor then did is a decision, which the publication explains.
 * @param {import('./replay.js').Replayed} one
 */
function otherDecision({ claim, scale }) {
  const label = scale.ratings.find(({ key }) => key === claim.rating?.key)?.label ?? 'no rating'
  const how = { OVERRIDE: 'overrode it', RESOLVE: 'resolved it', DISMISS: 'dismissed the claim' }[claim.action]
  return `An editor ${how ?? 'decided'}, with ${label} as the published result. The publication says why.`
}

/**
 * @param {string} name
 * @param {Record<string, string>} attributes
 * @param {...(string | Node)} children
 */
function element(name, attributes, ...children) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...children)
  return made
}
