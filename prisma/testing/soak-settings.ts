type Soak = {
  /** Random histories against the model: how many, how long, where the dice begin, and whether everyone looks at everything. */
  model: { runs: number; commands: number; seed: number; isThorough: boolean }
  /** How often each race is run. */
  raceRounds: number
  /** Random texts, edits and spans for the mapping of targets, and where the dice begin. */
  spans: { runs: number; seed: number }
}

/**
 * How much the long tests do. `npm test` says nothing and gets the short forms; scripts/test-model.mjs,
 * scripts/test-races.mjs and scripts/test-spans.mjs set the long ones.
 */
export function soakSettings(): Soak {
  return {
    model: {
      runs: numberIn('ASSAY_TEST_MODEL_RUNS', 100),
      commands: numberIn('ASSAY_TEST_MODEL_COMMANDS', 30),
      seed: numberIn('ASSAY_TEST_MODEL_SEED', 20_261_123),
      isThorough: numberIn('ASSAY_TEST_MODEL_THOROUGH', 0) > 0,
    },
    raceRounds: numberIn('ASSAY_TEST_RACE_ROUNDS', 50),
    spans: {
      runs: numberIn('ASSAY_TEST_SPAN_RUNS', 1_000),
      seed: numberIn('ASSAY_TEST_SPAN_SEED', 20_261_124),
    },
  }
}

function numberIn(name: string, usual: number): number {
  // biome-ignore lint/style/noProcessEnv: settings of the tests themselves; the product never reads them.
  const value = process.env[name]
  if (value === undefined) return usual
  if (/^\d{1,9}$/.test(value)) return Number(value)
  throw new Error(`${name} must be a whole number, not ${JSON.stringify(value)}.`)
}
