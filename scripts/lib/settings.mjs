import path from 'node:path'
import { parsePort } from './port.mjs'
import { Problem } from './problem.mjs'
import { projectRoot } from './project.mjs'
import { secretsOf } from './secrets.mjs'

/**
 * @typedef {object} Settings what a person says to `npm start` through the environment
 * @property {number} port PORT
 * @property {string} host ASSAY_HOST, the address to listen on; the shell's HOST often holds something else
 * @property {string} url ASSAY_URL, where people reach the desk: an origin without a trailing slash
 * @property {string | undefined} databaseUrl DATABASE_URL; undefined means the embedded server
 * @property {string} directUrl DIRECT_URL, past a pooler, for migrations; empty means none
 * @property {string} dataDir ASSAY_DATA_DIR, absolute
 * @property {boolean} wantsDemo ASSAY_DEMO is not 0
 * @property {string | undefined} authSecret NEXTAUTH_SECRET
 */

const SECRET_CHARACTERS = 32

/**
 * @param {Record<string, string | undefined>} environment
 * @returns {Settings}
 */
export function readSettings(environment = process.env) {
  const port = parsePort(environment.PORT)
  const databaseUrl = environment.DATABASE_URL || undefined
  const authSecret = environment.NEXTAUTH_SECRET || undefined
  if (databaseUrl && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    throw new Problem(
      'DATABASE_URL must look like postgresql://user:password@host:5432/database. Unset it to use the embedded PostgreSQL.',
    )
  }
  if (databaseUrl && environment.NODE_ENV === 'production' && !authSecret) {
    throw new Problem(
      'NEXTAUTH_SECRET is not set. In production with a database of your own, give every instance the same secret, and keep it: openssl rand -base64 48',
    )
  }
  if (authSecret && authSecret.length < SECRET_CHARACTERS) {
    throw new Problem(
      `NEXTAUTH_SECRET is too short: at least ${SECRET_CHARACTERS} random characters (openssl rand -base64 48).`,
    )
  }
  return {
    port,
    host: environment.ASSAY_HOST || '127.0.0.1',
    url: originOf(environment.ASSAY_URL || `http://127.0.0.1:${port}`),
    databaseUrl,
    directUrl: environment.DIRECT_URL ?? '',
    dataDir: path.resolve(projectRoot, environment.ASSAY_DATA_DIR || '.assay'),
    wantsDemo: environment.ASSAY_DEMO !== '0',
    authSecret,
  }
}

/**
 * What the server (and the seed) is told, on top of whatever else the environment holds.
 * @param {Settings} settings
 * @param {{ databaseUrl: string, distDir: string }} made
 * @returns {NodeJS.ProcessEnv}
 */
export function serverEnvironment(settings, { databaseUrl, distDir }) {
  const secrets = secretsOf(settings.dataDir)
  return {
    ...process.env,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    PORT: String(settings.port),
    HOST: settings.host,
    DATABASE_URL: databaseUrl,
    // One left in the shell would lead past the embedded database.
    DIRECT_URL: settings.databaseUrl ? settings.directUrl || undefined : undefined,
    ASSAY_URL: settings.url,
    NEXTAUTH_URL: settings.url,
    NEXTAUTH_SECRET: settings.authSecret ?? secrets.authSecret,
    ASSAY_DIST_DIR: distDir,
    // Only the demo's share link derives from it, and only the embedded database holds the demo.
    ...(!settings.databaseUrl && { ASSAY_SHARE_SECRET: secrets.shareSecret }),
  }
}

/** @param {string} text */
function originOf(text) {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url && /^https?:$/.test(url.protocol)) return url.origin
  throw new Problem(`ASSAY_URL is "${text}"; it must be the address people open, as in https://assay.example.org.`)
}
