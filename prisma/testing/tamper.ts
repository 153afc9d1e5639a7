import { db, Prisma, type Tx } from '../../lib/db/client'

export type Column = { table: string; name: string; type: string; isArray: boolean; isEnum: boolean }
export type Row = Readonly<Record<string, unknown>>

/** Every column of every table of ours, as the database tells them. */
export async function listColumns(): Promise<Column[]> {
  const rows = await db().$queryRaw<{ table: string; name: string; type: string; udt: string }[]>`
    SELECT c.table_name AS "table", c.column_name AS name, c.data_type AS type, c.udt_name AS udt
    FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'
    ORDER BY c.table_name, c.ordinal_position`
  return rows.map(({ table, name, type, udt }) => {
    const isArray = type === 'ARRAY'
    return { table, name, type: isArray ? udt.slice(1) : udt, isArray, isEnum: type === 'USER-DEFINED' }
  })
}

class Undone extends Error {}

/** Does something to the tables that they would refuse, looks, and takes it back. */
export async function whileTampered<T>(tamper: (tx: Tx) => Promise<unknown>, look: (tx: Tx) => Promise<T>): Promise<T> {
  const seen: T[] = []
  await db()
    .$transaction(
      async tx => {
        await tx.$executeRaw`SET LOCAL session_replication_role = replica`
        await dropChecks(tx)
        await tamper(tx)
        seen.push(await look(tx))
        throw new Undone()
      },
      { maxWait: 20_000, timeout: 120_000 },
    )
    .catch(error => {
      if (!(error instanceof Undone)) throw error
    })
  const [result] = seen
  if (result === undefined) throw new Error('nothing was looked at')
  return result
}

/** Whoever can switch triggers off can drop checks too. */
async function dropChecks(tx: Tx): Promise<void> {
  await tx.$executeRaw`DO $$ DECLARE c record; BEGIN
    FOR c IN SELECT conrelid::regclass AS t, conname FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace LOOP
      EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', c.t, c.conname);
    END LOOP; END $$`
}

/** A row of the desk in which the column holds something, if any does; else any row. Undefined where the table has none of this desk. */
export async function rowToTamper(tx: Tx, table: string, column: string | null, workspaceId: string) {
  const scope = table === 'workspace' ? Prisma.sql`t.id` : Prisma.sql`t.workspace_id`
  const order = column === null ? Prisma.sql`1` : Prisma.raw(`t."${column}" IS NULL, 1`)
  const [found] = await tx.$queryRaw<{ place: string; row: Row }[]>`
    SELECT t.ctid::text AS place, to_jsonb(t) AS row FROM ${Prisma.raw(`"${table}"`)} t
    WHERE ${scope} = ${workspaceId}::uuid ORDER BY ${order}, t.ctid LIMIT 1`
  return found
}

/** Gives a column of one row another value of its type. */
export async function change(tx: Tx, { table, name, type, isArray, isEnum }: Column, place: string): Promise<void> {
  const column = Prisma.raw(`"${name}"`)
  const other = isArray
    ? Prisma.raw(`array_append(COALESCE("${name}", '{}'), gen_random_uuid())`)
    : isEnum
      ? Prisma.raw(`(SELECT e FROM unnest(enum_range(NULL::"${type}")) e WHERE e IS DISTINCT FROM "${name}" LIMIT 1)`)
      : otherValue(name, type)
  const count = await tx.$executeRaw`
    UPDATE ${Prisma.raw(`"${table}"`)} SET ${column} = ${other} WHERE ctid = ${place}::tid`
  if (count !== 1) throw new Error(`${table}.${name} was not changed`)
}

function otherValue(name: string, type: string): Prisma.Sql {
  switch (type) {
    case 'text':
      return Prisma.raw(`COALESCE("${name}", '') || 'x'`)
    case 'int4':
      return Prisma.raw(`COALESCE("${name}", 0) + 1000`)
    case 'bool':
      return Prisma.raw(`NOT "${name}"`)
    case 'uuid':
      return Prisma.raw('gen_random_uuid()')
    case 'timestamptz':
      return Prisma.raw(`COALESCE("${name}", clock_timestamp()) + interval '1 hour'`)
    case 'jsonb':
      return Prisma.raw(`jsonb_set("${name}", '{tampered}', 'true')`)
    default:
      throw new Error(`no other value of type ${type} is known`)
  }
}

/** Adds a copy of a row that differs from it only in what must be unique. */
export async function forge(tx: Tx, table: string, place: string, columns: readonly Column[]): Promise<void> {
  const unique = await tx.$queryRaw<{ name: string }[]>`
    SELECT DISTINCT a.attname AS name FROM pg_index i
    JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[i.indnkeyatts - 1]
    WHERE i.indrelid = ${`"${table}"`}::regclass AND i.indisunique`
  const names = columns.map(({ name }) => name)
  const values = columns.map(column =>
    unique.some(({ name }) => name === column.name)
      ? otherValue(column.name, column.type)
      : Prisma.raw(`"${column.name}"`),
  )
  const into = Prisma.raw(names.map(name => `"${name}"`).join(', '))
  const count = await tx.$executeRaw`
    INSERT INTO ${Prisma.raw(`"${table}"`)} (${into})
    SELECT ${Prisma.join(values)} FROM ${Prisma.raw(`"${table}"`)} WHERE ctid = ${place}::tid`
  if (count !== 1) throw new Error(`no row of ${table} was forged`)
}

export async function remove(tx: Tx, table: string, place: string): Promise<void> {
  const count = await tx.$executeRaw`DELETE FROM ${Prisma.raw(`"${table}"`)} WHERE ctid = ${place}::tid`
  if (count !== 1) throw new Error(`no row of ${table} was removed`)
}
