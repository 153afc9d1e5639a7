import { codeOf, Problem } from './problem.mjs'
import { stopChildren } from './run.mjs'
import { interruption } from './step.mjs'

/** @typedef {(undo: () => Promise<void> | void) => void} Defer */

// Long enough for the step under way to notice, short enough for someone who waits at a prompt.
const SETTLE_MS = 20_000

/**
 * Runs a command to its end and then, whatever ended it (return, error, Ctrl-C, SIGTERM), undoes what was deferred,
 * last first. Resolves never; exits with the number `main` returns (0 if none), 1 on an error, 130 or 143 on a signal
 * unless `main` returned a number by itself.
 *
 * A second Ctrl-C is ignored: npm passes the terminal's signal on, so one keypress arrives twice.
 * @param {(defer: Defer) => Promise<number | void>} main
 */
export async function runCommand(main) {
  /** @type {Array<() => Promise<void> | void>} */
  const undo = []
  /** @type {NodeJS.Signals | undefined} */
  let signalled
  /** @type {(value: 'signal') => void} */
  let wake = () => {}
  const interrupted = new Promise(resolve => {
    wake = resolve
  })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      if (signalled) return
      signalled = signal
      interruption.abort(new Problem(`Stopped by ${signal}.`))
      wake('signal')
    })
  }

  let code = 0
  const work = main(step => undo.push(step)).then(
    value => {
      code = value ?? 0
    },
    error => {
      code = signalled ? exitCodeOf(signalled) : 1
      if (!signalled) explain(error)
    },
  )
  await Promise.race([work, interrupted])
  if (signalled) {
    await stopChildren()
    await Promise.race([work, new Promise(resolve => setTimeout(resolve, SETTLE_MS))])
  }
  for (const step of undo.reverse()) {
    try {
      await step()
    } catch (error) {
      explain(error)
      code ||= 1
    }
  }
  process.exit(code)
}

/** @param {NodeJS.Signals} signal */
function exitCodeOf(signal) {
  return signal === 'SIGINT' ? 130 : 143
}

/**
 * Says what went wrong: in words where the cause is known, with a stack where it is not.
 * @param {unknown} error
 */
export function explain(error) {
  if (error instanceof Problem) console.error(`\n${error.message}\n`)
  else if (codeOf(error) === 'EACCES' || codeOf(error) === 'EPERM') {
    const path = error instanceof Error && 'path' in error ? String(error.path) : 'a file'
    console.error(
      `\nNot allowed to use ${path}. It may belong to another user, for instance because Assay was once started as root.\n` +
        'Run as that user, give the file to yourself with chown, or set ASSAY_DATA_DIR to a folder of your own.\n',
    )
  } else console.error(error)
}
