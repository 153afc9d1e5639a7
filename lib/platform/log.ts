import pino from 'pino'
import { env } from './env'

/** Structured log lines on standard output. Ids only: no texts, e-mail addresses or tokens. */
export const log = pino({
  level: env().LOG_LEVEL,
  base: null,
  redact: ['password', 'token', '*.password', '*.token', 'headers.cookie', 'headers.authorization'],
})
