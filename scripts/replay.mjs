// Works the consensus of a publication out again from its published data alone, and compares it with what was published.
// Needs Node 20 and the folder public/replay, nothing installed:  node scripts/replay.mjs <file | address | ->

import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { dataAddress, readPublication } from '../public/replay/publication.js'
import { caveat, outcomeInWords, replay, verdictInWords } from '../public/replay/replay.js'

const USAGE = `Usage: node scripts/replay.mjs <file | address | ->

  file      a publication's data: its snapshot.json
  address   a public link (https://…/s/…), or the address of its data
  -         the data from standard input

Ends with 0 when every claim is as published, 1 when one is not, 2 when there is nothing to replay.`

/** How long (ms) a server may take. */
const PATIENCE_MS = 20_000

/**
 * The text of a publication's data, from wherever it lies.
 * @param {string} where
 */
async function textFrom(where) {
  if (where === '-') return await text(process.stdin)
  if (/^https?:\/\//i.test(where)) return await textOf(dataAddress(where))
  try {
    return await readFile(where, 'utf8')
  } catch (error) {
    throw new Error(`${where} could not be read: ${reasonOf(error)}`)
  }
}

/** @param {URL} address */
async function textOf(address) {
  const reply = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS) }).catch(error => {
    throw new Error(`${address.host} could not be reached: ${reasonOf(error)}`)
  })
  if (reply.status === 404) throw new Error('Nothing is published there: the link may be mistyped, or have ended.')
  if (!reply.ok) throw new Error(`${address.host} answered ${reply.status} instead of a publication's data.`)
  return await reply.text()
}

/** @param {unknown} error */
function reasonOf(error) {
  if (!(error instanceof Error)) return String(error)
  const cause = error.cause instanceof Error ? error.cause : error
  return 'code' in cause && cause.code === 'ENOENT' ? 'there is no such file' : cause.message || cause.name
}

/**
 * Text from a file on a terminal: its control characters must not move the cursor.
 * @param {string} line
 */
function printable(line) {
  return line.replace(/[\p{Cc}\p{Cf}]/gu, '�')
}

/** @param {readonly string[]} args */
async function main([where, ...rest]) {
  if (where === undefined || rest.length > 0 || /^--?h(elp)?$/.test(where)) {
    console.log(USAGE)
    return where === undefined || rest.length > 0 ? 2 : 0
  }
  const data = (await textFrom(where)).trim()
  const publication = readPublication(data)
  const all = replay(publication)
  const { desk, statement, publication: edition } = publication
  console.log(printable(`${desk.name}: ${statement.title} (publication ${edition.number})`))
  for (const one of all) {
    console.log(printable(`Claim ${one.claim.number}: ${outcomeInWords(one)} — ${verdictInWords(one)}`))
  }
  const differing = all.filter(({ differences }) => differences.length > 0).map(({ claim }) => claim.number)
  const note = caveat(all)
  if (note) console.log(note)
  console.log(`SHA-256 of the data: ${createHash('sha256').update(data).digest('hex')}`)
  console.log(
    differing.length === 0
      ? `${all.length} of ${all.length} claims as published.`
      : `Not as published: claim ${differing.join(', ')}.`,
  )
  return differing.length === 0 ? 0 : 1
}

main(process.argv.slice(2)).then(
  code => {
    process.exitCode = code
  },
  error => {
    console.error(printable(reasonOf(error)))
    process.exitCode = 2
  },
)
