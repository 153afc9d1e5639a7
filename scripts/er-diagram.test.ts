import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { dataModelDocument } from './er-diagram.mjs'

const root = path.resolve(import.meta.dirname, '..')

const SCHEMA = `
/// What a claim is worth.
enum Worth {
  HIGH
  LOW
}

/// A desk.
model Workspace {
  /// Opaque.
  id     String  @id
  claims Claim[]
}

/// One sentence,
/// to be checked.
model Claim {
  id          String    @id
  workspace   Workspace @relation(fields: [workspaceId], references: [id])
  workspaceId String
  /// How much | it matters.
  worth       Worth?
  parent      Claim?    @relation("merged", fields: [workspaceId, parentId], references: [workspaceId, id])
  parentId    String?
  merged      Claim[]   @relation("merged")
  head        Head?
}

model Head {
  claim   Claim  @relation(fields: [claimId], references: [id])
  claimId String @unique
}
`

describe('dataModelDocument', () => {
  const document = dataModelDocument(SCHEMA)

  it.each([
    ['a reference that may be missing', '  Claim |o--o{ Claim : "parent"'],
    ['a reference of one to one', '  Claim ||--o| Head : "claim"'],
    ['a model with its documentation, whatever lines it spans', '| [Claim](#claim) | One sentence, to be checked. |'],
    ['a field with its type, and a bar that is no border', '| `worth` | Worth? | How much \\| it matters. |'],
    ['a reference by its columns', '| `parent` | Claim? | By `workspaceId`, `parentId`. |'],
    ['a closed list', '| Worth | `HIGH`, `LOW` | What a claim is worth. |'],
  ])('shows %s', (_case, line) => {
    expect(document.split('\n')).toContain(line)
  })

  it('leaves out the lines to the workspace, which every model has, and the far ends of references', () => {
    expect(document).not.toContain('Workspace ||')
    expect(document).not.toContain('`claims`')
  })
})

describe('docs/data-model.md', () => {
  it('is what the schema says today (npm run docs:er writes it)', () => {
    const read = (file: string) => readFileSync(path.join(root, file), 'utf8')
    expect(read('docs/data-model.md')).toBe(dataModelDocument(read('prisma/schema.prisma')))
  })
})
