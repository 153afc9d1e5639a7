import pino from 'pino'
import { logLevel } from './env'

/** Structured log lines on standard output. Ids only: no texts, e-mail addresses or tokens. */
export const log = pino({
  level: logLevel(),
  base: null,
  redact: ['password', 'token', '*.password', '*.token', 'headers.cookie', 'headers.authorization'],
})
