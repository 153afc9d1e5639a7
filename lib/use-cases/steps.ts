import type { z } from 'zod'
import { check } from '@/lib/contracts/check'
import type { Contract } from '@/lib/contracts/contract'
import { db, type Tx } from '@/lib/db/client'
import { type Locked, lockStatement, lockWorkspace, readClock, type StatementLocator } from '@/lib/db/lock'
import { inTransaction, isGuardViolation, isOutOfTime, isWriteConflict } from '@/lib/db/transaction'
import type { Actor } from '@/lib/domain/actor'
import { type Action, can, type ResourceOf } from '@/lib/domain/policy'
import { AppError } from '@/lib/platform/app-error'

// The steps that every operation takes, in the order in which define.ts takes them.

/** Throws sign-in-required for a caller without a session or token. */
export function required(actor: Actor | null): Actor {
  if (!actor) throw new AppError('sign-in-required', 'Sign in first, or send a bearer token.')
  return actor
}

/** Throws invalid-input, naming each field to change. */
export function parse<C extends Contract>(contract: C, rawInput: unknown): z.output<C['input']> {
  const checked = check(contract.input, rawInput)
  if (checked.isValid) return checked.value as z.output<C['input']> // checked by C's own schema
  const errors = checked.problems.slice(0, 50)
  const [{ path, message }] = checked.problems
  throw new AppError('invalid-input', path ? `${path}: ${message}` : message, { errors })
}

/** One transaction, run again whole on write conflicts. */
export function transact<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return inOurWords(inTransaction(db(), work))
}

/** What the database refuses, said as a refusal of ours. */
export async function inOurWords<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (isWriteConflict(error) || isOutOfTime(error))
      throw new AppError('unavailable', 'The desk is very busy. Nothing was saved. Try again in a moment.', {
        retryAfter: 1,
      })
    if (isGuardViolation(error))
      throw new AppError('conflict', 'This changed while you were at it. Nothing was saved. Look again, then repeat.')
    throw error
  }
}

/** Takes the declared lock within the actor's desk; it also says what the actor is now, and what time it is. */
export async function lock(
  tx: Tx,
  actor: Actor,
  kind: 'statement' | 'workspace' | 'none',
  input: unknown,
): Promise<Locked> {
  if (kind === 'workspace') return await lockWorkspace(tx, actor)
  if (kind === 'none') return await readClock(tx, actor)
  return await lockStatement(tx, actor, input as StatementLocator) // `statement` is declared only for inputs that name one
}

/** The actor as the database knows them now: what was changed about them a moment ago counts. */
export function current(actor: Actor, locked: Locked): Actor {
  if (!locked.role) throw new AppError('forbidden', 'You are no longer a member of this desk.')
  return { ...actor, role: locked.role, isTrainee: locked.isTrainee }
}

/** Asks the permission table: throws forbidden for who someone is, conflict for how things stand. */
export function permit<A extends Action>(actor: Actor, action: A, facts?: ResourceOf<A>): void {
  const answer = can(actor, action, facts)
  if (!answer.allowed) throw new AppError(answer.kind === 'role' ? 'forbidden' : 'conflict', answer.reason)
}

/** Output schemas are allow-lists: what a contract does not name never leaves. A reply that lacks something is a bug. */
export function promised<C extends Contract>(contract: C, reply: unknown): z.output<C['output']> {
  return contract.output.parse(reply) as z.output<C['output']> // parse of C's own schema
}
