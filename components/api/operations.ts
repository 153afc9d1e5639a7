import type * as assignments from '@/lib/contracts/assignments'
import type * as claims from '@/lib/contracts/claims'
import type { Contract } from '@/lib/contracts/contract'
import type * as notices from '@/lib/contracts/notices'
import type * as statements from '@/lib/contracts/statements'
import type * as workspace from '@/lib/contracts/workspace'

/** What a call needs of a contract: its address. `contract` never has a value; it says which contract this is of. */
export type Operation<C extends Contract> = Pick<Contract, 'method' | 'path'> & { readonly contract?: C }

function operation<C extends Contract>(call: `${Contract['method']} ${Contract['path']}`): Operation<C> {
  const space = call.indexOf(' ')
  // The template type of `call` guarantees both halves; TypeScript cannot follow the split.
  return { method: call.slice(0, space) as C['method'], path: call.slice(space + 1) as C['path'] }
}

/*
 * What the workbench calls by itself. A contract brings the schemas of all its neighbours, which only the server asks:
 * they would be an eighth of the page's script. Named as their contracts are, and tested to be theirs.
 */
export const readMe = operation<typeof workspace.readMeContract>('GET /me')
export const listNotices = operation<typeof notices.listNoticesContract>('GET /notices')
export const readNotices = operation<typeof notices.readNoticesContract>('POST /notices/read')
export const readNextClaim = operation<typeof assignments.readNextClaimContract>('GET /queue/next')
export const readStatement = operation<typeof statements.readStatementContract>('GET /statements/{statementId}')
export const listClaims = operation<typeof claims.listClaimsContract>('GET /statements/{statementId}/claims')
export const readClaim = operation<typeof claims.readClaimContract>('GET /claims/{claimId}')
