import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkStructure } from './structure.mjs'

let root = ''

beforeEach(() => {
  root = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'structure-')))
})
afterEach(() => rmSync(root, { recursive: true }))

/** Checks a tree of these files; gives the rules that were broken. */
async function brokenBy(files: Record<string, string>): Promise<string[]> {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
    writeFileSync(path.join(root, name), content)
  }
  const { violations } = await checkStructure({ root })
  return violations.map(violation => /\n +([\w-]+):/.exec(violation)?.[1] ?? violation)
}

const client = { 'lib/db/client.ts': 'export type Row = { id: string }\nexport const db = 1' }
const rows = { 'lib/db/rows.ts': 'export const rows = 1' }

describe('checkStructure', () => {
  it.each([
    ['through the alias', "import { db } from '@/lib/db/client'", ['lib-domain-imports']],
    ['relatively', "import { db } from '../db/client'", ['lib-domain-imports']],
    ['for its types alone', "import type { Row } from '@/lib/db/client'", ['lib-domain-imports']],
    ['inside a type', "export type Row = Readonly<import('@/lib/db/client').Row>[]", ['lib-domain-imports']],
    ['by exporting it again', "export { db } from '@/lib/db/client'", ['lib-domain-imports']],
    ['when it runs', "export const later = () => import('@/lib/db/client')", ['lib-domain-imports']],
  ])('sees an import %s', async (_case, source, expected) => {
    expect(await brokenBy({ ...client, 'lib/domain/rule.ts': source })).toEqual(expected)
  })

  it.each([
    [
      'a page may not read a table',
      { ...client, 'app/page.tsx': "import { db } from '@/lib/db/client'\nexport const a = <p>{db}</p>" },
      ['app-imports'],
    ],
    [
      'a screen may not run an operation',
      { 'lib/use-cases/cast.ts': '', 'components/form.tsx': "import '@/lib/use-cases/cast'" },
      ['components-imports'],
    ],
    [
      'an edge may use the connection',
      { ...client, 'lib/server/ready.ts': "import { db } from '@/lib/db/client'" },
      [],
    ],
    [
      'an edge may not read rows by itself',
      { ...rows, 'lib/server/ready.ts': "import { rows } from '@/lib/db/rows'" },
      ['lib-server-imports'],
    ],
    [
      'a test may import anything',
      { ...client, 'lib/domain/rule.test.ts': "import { db } from '@/lib/db/client'" },
      [],
    ],
    [
      'nothing may import a test',
      { 'lib/domain/rule.test.ts': 'export const a = 1', 'lib/domain/rule.ts': "import { a } from './rule.test'" },
      ['no-import-of-tests'],
    ],
    [
      'generated types stay in lib/db',
      { 'lib/db/generated/client.ts': '', 'lib/use-cases/cast.ts': "import '@/lib/db/generated/client'" },
      ['generated-client-stays-in-db'],
    ],
    [
      'two files may not import each other',
      { 'lib/domain/a.ts': "import './b'", 'lib/domain/b.ts': "import './a'" },
      ['no-cycles'],
    ],
    [
      'an import must lead somewhere',
      { 'lib/server/a.ts': "import './nowhere'" },
      ['lib-server-imports', 'no-unresolved-import'],
    ],
  ])('%s', async (_case, files, expected) => {
    expect((await brokenBy(files)).sort()).toEqual(expected)
  })
})
