import * as annotations from './annotations'
import * as assignments from './assignments'
import * as claims from './claims'
import * as contacts from './contacts'
import type { Contract } from './contract'
import * as corrections from './corrections'
import * as decisions from './decisions'
import * as discussion from './discussion'
import * as events from './events'
import * as history from './history'
import * as imports from './imports'
import * as notices from './notices'
import * as plans from './plans'
import * as policies from './policies'
import * as publications from './publications'
import * as reports from './reports'
import * as scales from './scales'
import * as statements from './statements'
import * as verdicts from './verdicts'
import * as versions from './versions'
import * as workspace from './workspace'

function contractsOf(room: Record<string, unknown>): Contract[] {
  return Object.entries(room)
    .filter(([name]) => name.endsWith('Contract'))
    .map(([, contract]) => contract as Contract) // The name's ending is the convention that defineContract's callers keep.
    .filter(({ path }) => !path.startsWith('/s/')) // The front door answers these itself, beside the pages they are sent from.
}

/** Every operation of the API: what OpenAPI describes and what the route tests walk. */
export const ALL_CONTRACTS: readonly Contract[] = [
  statements,
  annotations,
  versions,
  plans,
  claims,
  imports,
  verdicts,
  decisions,
  assignments,
  discussion,
  contacts,
  notices,
  publications,
  corrections,
  reports,
  workspace,
  policies,
  scales,
  events,
  history,
].flatMap(contractsOf)
