import type { z } from 'zod'
import type { Contract } from '@/lib/contracts/contract'
import { type Db, db, type Tx } from '@/lib/db/client'
import { clockOf } from '@/lib/db/clock'
import { appendEvents, type EventDraft } from '@/lib/db/events'
import { remember, replayed } from '@/lib/db/idempotency'
import { lockStatement } from '@/lib/db/lock'
import { announce } from '@/lib/db/notify'
import { type Actor, deskItself } from '@/lib/domain/actor'
import type { Action, ResourceOf } from '@/lib/domain/policy'
import { current, inOurWords, lock, parse, permit, promised, required, transact } from './steps'

/** What a request brings besides its input. */
export type CallMeta = {
  idempotencyKey?: string
  /** The caller's address, for rate limits; never stored with content. */
  address?: string
  /** The browser session that asks; absent for a bearer token. */
  sessionId?: string
}

/** One operation, ready for the route wrapper, a script or a test to run. */
export type Operation<C extends Contract = Contract> = {
  readonly contract: C
  /** Parses `input`, refuses what the actor may not do, and returns exactly what the contract promises. */
  execute(actor: Actor | null, input: unknown, meta?: CallMeta): Promise<z.output<C['output']>>
}

type Input<C extends Contract> = z.output<C['input']>
type Output<C extends Contract> = z.input<C['output']>

type Run<C extends Contract, Resource> = {
  tx: Tx
  actor: Actor
  input: Input<C>
  resource: Resource
  at: Date
  meta: CallMeta
}

type CommandSpec<C extends Contract, A extends Action, Resource, Value> = {
  contract: C
  action: A
  /** `statement` needs an input that names a statement or something of one: see StatementLocator. `none` still appends to the desk's history. */
  lock: 'statement' | 'workspace' | 'none'
  /** Reads what the command is about within the actor's desk; throws not-found when it is not theirs. */
  load: (tx: Tx, actor: Actor, input: Input<C>) => Promise<Resource>
  /** What the permission table needs to know of it. */
  facts?: (resource: Resource, actor: Actor) => ResourceOf<A>
  /** Changes rows and says what happened. Events go to the locked statement's or desk's history, or to `stream`. */
  run: (context: Run<C, Resource>) => Promise<{ value: Value; events: readonly EventDraft[]; stream?: string }>
  /** Reads the reply, after the events are written, in the same transaction. */
  present: (tx: Tx, actor: Actor, value: Value, input: Input<C>) => Promise<Output<C>>
}

/**
 * The one way to change anything: parse; lock; load within the actor's scope; ask the permission table; run; append
 * events; commit; then announce. Run again whole on write conflicts. With an idempotency key the reply is stored in the
 * same transaction and replayed, its secrets left out.
 */
export function defineCommand<C extends Contract, A extends Action, Resource, Value>(
  spec: CommandSpec<C, A, Resource, Value>,
): Operation<C> {
  return {
    contract: spec.contract,
    async execute(caller, rawInput, meta = {}) {
      const member = required(caller)
      const input = parse(spec.contract, rawInput)
      const done = await transact(async tx => {
        const locked = await lock(tx, member, spec.lock, input)
        const actor = current(member, locked)
        const stored = await replayed(tx, actor, spec.contract, input, meta.idempotencyKey)
        if (stored) return { reply: stored.reply, seq: 0, streamId: locked.streamId }

        const resource = await spec.load(tx, actor, input)
        permit(actor, spec.action, spec.facts?.(resource, actor))
        const { value, events, stream } = await spec.run({ tx, actor, input, resource, at: locked.at, meta })
        const streamId = stream ?? locked.streamId
        const seq = await appendEvents(
          tx,
          { id: streamId, workspaceId: actor.workspaceId },
          actor.memberId,
          locked.at,
          events,
        )
        const reply = await spec.present(tx, actor, value, input)
        await remember(tx, actor, spec.contract, input, meta.idempotencyKey, reply)
        return { reply, seq, streamId }
      })
      if (done.seq > 0) announce(done.streamId, done.seq)
      return promised(spec.contract, done.reply)
    },
  }
}

type QuerySpec<C extends Contract> = {
  contract: C
  action: Action
  /** Reads through scoped reads alone: what is not the actor's does not exist. */
  run: (context: { db: Db; actor: Actor; input: Input<C> }) => Promise<Output<C>>
}

/** The one way to read anything. */
export function defineQuery<C extends Contract>(spec: QuerySpec<C>): Operation<C> {
  return {
    contract: spec.contract,
    async execute(caller, rawInput) {
      const actor = required(caller)
      const input = parse(spec.contract, rawInput)
      permit(actor, spec.action)
      return promised(spec.contract, await inOurWords(spec.run({ db: db(), actor, input })))
    },
  }
}

/** What the desk does to one of its statements without anyone asking, ready to be run. */
export type Job = (place: { workspaceId: string; statementId: string }) => Promise<{ events: number }>

type JobRun = { tx: Tx; desk: Actor; statementId: string; at: Date }

/**
 * The one way in which the desk itself changes anything: under the statement's lock, through the same transaction, history
 * and announcement as a command; its events have no actor.
 */
export function defineJob(run: (context: JobRun) => Promise<readonly EventDraft[]>): Job {
  return async ({ workspaceId, statementId }) => {
    const done = await transact(async tx => {
      const desk = deskItself(workspaceId)
      const { at } = await lockStatement(tx, desk, { statementId })
      const events = await run({ tx, desk, statementId, at })
      const seq = await appendEvents(tx, { id: statementId, workspaceId }, null, at, events)
      return { seq, events: events.length }
    })
    if (done.events > 0) announce(statementId, done.seq)
    return { events: done.events }
  }
}

type PublicSpec<C extends Contract> = {
  contract: C
  /** One transaction; secrets in the input are the only credential, so look them up by their hash with findUnique. */
  run: (context: {
    tx: Tx
    input: Input<C>
    at: Date
    meta: CallMeta
  }) => Promise<{ reply: Output<C>; announce?: { streamId: string; seq: number } }>
}

/** For the few operations of people who have no session yet: joining by invitation, setting a new password. */
export function definePublicCommand<C extends Contract>(spec: PublicSpec<C>): Operation<C> {
  return {
    contract: spec.contract,
    async execute(_caller, rawInput, meta = {}) {
      const input = parse(spec.contract, rawInput)
      const done = await transact(async tx => {
        return await spec.run({ tx, input, at: await clockOf(tx), meta })
      })
      if (done.announce) announce(done.announce.streamId, done.announce.seq)
      return promised(spec.contract, done.reply)
    },
  }
}
