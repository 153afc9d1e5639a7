import os from 'node:os'

/** @typedef {import('./spans.mjs').Measured} Measured */
/** @typedef {import('./spans.mjs').Anchored} Anchored */
/** @typedef {import('./spans.mjs').Size} Size */
/** @typedef {Record<string, string | number>} Row */

const OURS = 'assay'
const LIMIT = 'bare limit'
const SLOW_FRAME_MS = 25

/**
 * Prints medians, ratios and which goals are reached.
 * @param {{ sizes: Size[], repetitions: number, capMs: number, chromium: string, measured: Measured[], anchored: Anchored[] }} run
 */
export function printReport({ sizes, repetitions, capMs, chromium, measured, anchored }) {
  const machine = `${os.availableParallelism()} cores (${os.cpus()[0]?.model.trim() ?? 'unknown'}), Chromium ${chromium}, Node ${process.versions.node}`
  console.log(`\n${machine}. ${repetitions} rounds, peers shuffled in each, at most ${capMs / 1_000} s each.`)
  console.log('Medians. Only ratios within one run mean anything. ≥ marks what was stopped and extrapolated.\n')
  const goals = new Goals()
  for (const size of sizes) {
    const here = measured.filter(one => labelOf(one.size) === labelOf(size))
    printHighlights(size, here, goals)
    printScroll(size, here, goals)
    printAnchoring(
      size,
      anchored.filter(one => labelOf(one.size) === labelOf(size)),
      goals,
    )
  }
  printAdd(sizes, measured, goals)
  goals.print()
}

/** @param {Size} size */
export function labelOf({ words, spans }) {
  return `${words.toLocaleString('en')} words × ${spans.toLocaleString('en')} spans`
}

/**
 * @param {Size} size
 * @param {Measured[]} measured
 * @param {Goals} goals
 */
function printHighlights(size, measured, goals) {
  const all = measured.filter(({ kind }) => kind === 'highlight')
  const initOf = (/** @type {string} */ name) => median(of(all, name).map(({ init }) => init?.ms))
  const heapIn = (/** @type {string} */ name) => median(of(all, name).map(({ heap }) => heap))
  const ours = initOf(OURS)
  const rows = namesOf(all).map(
    /** @returns {Row} */ name => {
      const mine = of(all, name)
      const error = mine.find(one => one.error)?.error
      if (error && !mine.some(({ init }) => init)) return { '': name, 'init ms': error }
      const isCapped = mine.some(({ init }) => init?.isCapped)
      return {
        '': name,
        'init ms': (isCapped ? '≥ ' : '') + number(initOf(name)),
        'with all else ms': number(median(mine.map(({ init }) => init?.wholeMs))),
        'our init is': ratio(ours, initOf(name)),
        'add ms': number(median(mine.flatMap(({ add }) => add ?? []))),
        'hit-test ms': number(median(mine.map(({ hit }) => hit?.ms))),
        'hits right': hitsOf(mine),
        'heap kB': number(median(mine.map(({ heap }) => heap && heap / 1_024))),
        'DOM nodes': number(median(mine.map(({ nodes }) => nodes))),
      }
    },
  )
  printTable(`Highlights, ${labelOf(size)}`, rows)
  const label = labelOf(size)
  goals.add(`init ≤ 1.25 × the bare limit (${label})`, ours / initOf(LIMIT), value => value <= 1.25)
  const hits = of(all, OURS).flatMap(({ hit }) => hit ?? [])
  goals.add(`hit-test under 1 ms (${label})`, median(hits.map(({ ms }) => ms)), value => value < 1)
  goals.add(
    `hit-test all right (${label})`,
    sum(hits.map(hit => hit.right)) / sum(hits.map(hit => hit.asked)),
    value => value === 1,
  )
  if (size.spans < 10_000) return
  for (const peer of ['recogito highlights', 'recogito spans'])
    goals.add(`init ≤ 0.01 of ${peer} (${label})`, ours / initOf(peer), value => value <= 0.01)
  goals.add(`heap ≤ 0.02 of decorations (${label})`, heapIn(OURS) / heapIn('decorations'), value => value <= 0.02)
}

/**
 * @param {Size} size
 * @param {Measured[]} measured
 * @param {Goals} goals
 */
function printScroll(size, measured, goals) {
  const all = measured.filter(({ kind, frames }) => kind === 'scroll' && frames)
  if (all.length === 0) return
  const rows = namesOf(all).map(
    /** @returns {Row} */ name => {
      const mine = of(all, name)
      const frames = mine.flatMap(one => one.frames ?? [])
      return {
        '': name,
        'median frame ms': number(median(frames)),
        '95 % under ms': number(quantile(frames, 0.95)),
        'longest ms': number(Math.max(...frames)),
        'over 25 ms': `${frames.filter(ms => ms > SLOW_FRAME_MS).length} of ${frames.length}`,
        'work a frame ms': number(median(mine.map(({ busyMs }) => busyMs))),
      }
    },
  )
  printTable(`Scrolling a quarter of a screen a frame, ${labelOf(size)}`, rows)
  const slow = of(all, OURS)
    .flatMap(({ frames }) => frames ?? [])
    .filter(ms => ms > SLOW_FRAME_MS).length
  const floor = of(all, 'plain text')
    .flatMap(({ frames }) => frames ?? [])
    .filter(ms => ms > SLOW_FRAME_MS).length
  goals.add(`frames over 25 ms while scrolling (plain text: ${floor})`, slow, value => value === 0)
}

/**
 * @param {Size} size
 * @param {Anchored[]} anchored
 * @param {Goals} goals
 */
function printAnchoring(size, anchored, goals) {
  for (const kind of /** @type {const} */ (['versions', 'quotes'])) {
    const all = anchored.filter(one => one.kind === kind)
    if (all.length === 0) continue
    const msOf = (/** @type {string} */ name) => median(of(all, name).map(({ ms }) => ms))
    const firstMsOf = (/** @type {string} */ name) => median(of(all, name).map(({ firstMs }) => firstMs))
    /** @type {Row[]} */
    const rows = namesOf(all).map(name => {
      const first = of(all, name).toSorted((one, other) => other.tally.done - one.tally.done)[0]
      const tally = first?.tally
      return {
        '': name,
        'first time, ms': (first?.isCapped ? '≥ ' : '') + number(firstMsOf(name)),
        'ours takes': ratio(firstMsOf(OURS), firstMsOf(name)),
        'then, ms': (first?.isCapped ? '≥ ' : '') + number(msOf(name)),
        'ours takes ': ratio(msOf(OURS), msOf(name)),
        tried: tally?.done ?? 0,
        'same words: right': tally?.intactRight ?? 0,
        'of these asked': tally?.intactAsked ?? 0,
        wrong: tally?.intactWrong ?? 0,
        'not placed': tally?.intactLost ?? 0,
        'edited words: passed as the same': tally?.editedPassed ?? 0,
        'said to be changed': tally?.editedFlagged ?? 0,
        elsewhere: tally?.editedWrong ?? 0,
        'not placed ': tally?.editedLost ?? 0,
      }
    })
    const title = kind === 'versions' ? 'Re-anchoring after edits to 1 % of the words' : 'Anchoring by quote alone'
    printTable(`${title}, ${labelOf(size)}`, rows)
    const ours = of(all, OURS)[0]?.tally
    if (!ours) continue
    const label = labelOf(size)
    const wrong = ours.intactWrong + ours.editedPassed + ours.editedWrong
    goals.add(`${kind === 'versions' ? 're-anchoring' : 'quotes'}: none wrong (${label})`, wrong, value => value === 0)
    if (kind !== 'versions') continue
    const intact = ours.intactRight + ours.intactWrong + ours.intactLost
    goals.add(`re-anchoring: all intact targets (${label})`, ours.intactRight / intact, value => value === 1)
    if (size.spans >= 10_000)
      goals.add(
        `re-anchoring ≤ 0.001 of Hypothesis’ time (${label})`,
        msOf(OURS) / msOf('hypothesis'),
        value => value <= 0.001,
      )
  }
}

/**
 * One span more, at the most spans and at the fewest, above what the same costs on a page of that size without spans.
 * @param {Size[]} sizes
 * @param {Measured[]} measured
 * @param {Goals} goals
 */
function printAdd(sizes, measured, goals) {
  const [fewest, most] = [sizes[0], sizes.at(-1)]
  if (!fewest || !most || fewest === most) return
  const addOf = (/** @type {string} */ name, /** @type {Size} */ size) =>
    median(
      of(measured, name)
        .filter(one => labelOf(one.size) === labelOf(size))
        .flatMap(({ add }) => add ?? []),
    )
  const growth = (/** @type {string} */ name) => addOf(name, most) / addOf(name, fewest)
  printTable(
    `One span more: ${labelOf(most)} against ${labelOf(fewest)}`,
    namesOf(measured.filter(({ add }) => add)).map(name => ({ '': name, 'takes times as long': number(growth(name)) })),
  )
  // The same page without our code grows too, by its text: more would be ours.
  goals.add(
    'adding a span grows no more than the bare limit does',
    growth(OURS) / growth(LIMIT),
    value => value <= 1.25,
  )
}

class Goals {
  /** @type {{ what: string, value: number, isReached: boolean }[]} */
  #all = []

  /**
   * @param {string} what
   * @param {number} value
   * @param {(value: number) => boolean} isReached
   */
  add(what, value, isReached) {
    if (!Number.isNaN(value)) this.#all.push({ what, value, isReached: isReached(value) })
  }

  print() {
    console.log('Goals')
    for (const { what, value, isReached } of this.#all)
      console.log(`  ${isReached ? 'reached    ' : 'NOT reached'}  ${what}: ${number(value)}`)
  }
}

/**
 * @template {{ name: string }} T
 * @param {readonly T[]} all
 * @param {string} name
 */
function of(all, name) {
  return all.filter(one => one.name === name)
}

/** Ours first, then the limit, then the others. @param {readonly { name: string }[]} all */
function namesOf(all) {
  const names = [...new Set(all.map(({ name }) => name))].toSorted()
  const first = [OURS, LIMIT, 'plain text'].filter(name => names.includes(name))
  return [...first, ...names.filter(name => !first.includes(name))]
}

/** @param {Measured[]} mine */
function hitsOf(mine) {
  const hits = mine.flatMap(({ hit }) => hit ?? [])
  return hits.length === 0 ? '' : `${sum(hits.map(hit => hit.right))} of ${sum(hits.map(hit => hit.asked))}`
}

/** @param {readonly number[]} values */
function sum(values) {
  return values.reduce((total, value) => total + value, 0)
}

/** @param {readonly (number | undefined)[]} values */
function median(values) {
  return quantile(values, 0.5)
}

/**
 * @param {readonly (number | undefined)[]} values
 * @param {number} share
 */
function quantile(values, share) {
  const known = values.filter(value => value !== undefined).toSorted((one, other) => one - other)
  return known[Math.min(known.length - 1, Math.floor(known.length * share))] ?? Number.NaN
}

/**
 * @param {number} ours
 * @param {number} theirs
 */
function ratio(ours, theirs) {
  return Number.isNaN(ours / theirs) ? '' : `${number(ours / theirs)} ×`
}

/** Three figures. @param {number} value */
function number(value) {
  if (Number.isNaN(value)) return ''
  return Math.abs(value) >= 1_000 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)))
}

/**
 * @param {string} title
 * @param {Row[]} rows
 */
function printTable(title, rows) {
  const columns = [...new Set(rows.flatMap(row => Object.keys(row)))]
  const cells = [columns, ...rows.map(row => columns.map(column => String(row[column] ?? '')))]
  const widths = columns.map((_, at) => Math.max(...cells.map(row => row[at]?.length ?? 0)))
  const line = (/** @type {string[]} */ row) =>
    `| ${row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join(' | ')} |`
  const rule = `| ${widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(Math.max(1, width - 1))}:`)).join(' | ')} |`
  console.log(`${title}\n\n${[line(columns), rule, ...cells.slice(1).map(line)].join('\n')}\n`)
}
