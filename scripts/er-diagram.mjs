import { readFileSync, writeFileSync } from 'node:fs'
import { getSchema } from '@mrleebo/prisma-ast'
import { inProject } from './lib/project.mjs'

/** @typedef {import('@mrleebo/prisma-ast').Model} Model */
/** @typedef {import('@mrleebo/prisma-ast').Enum} Enum */
/** @typedef {import('@mrleebo/prisma-ast').Field} Field */
/**
 * @template Node
 * @typedef {{ node: Node, doc: string }} Described a node with the `///` lines right above it
 */
/** @typedef {{ from: string, to: string, name: string, isOptional: boolean, isSingle: boolean }} Relation */

/**
 * docs/data-model.md for the text of a Prisma schema: the relations as a Mermaid diagram, then every model with its fields.
 * @param {string} schemaText
 */
export function dataModelDocument(schemaText) {
  const { list } = getSchema(schemaText)
  const models = described(list, node => node.type === 'model')
  const enums = described(list, node => node.type === 'enum')
  return [
    '# Data model',
    '',
    'Written from `prisma/schema.prisma` by `npm run docs:er`; do not edit.',
    '',
    'Every row below a workspace carries its `workspaceId` in its keys, so no reference can cross from one desk to another;',
    'the lines to the workspace are left out of the diagram.',
    '',
    '```mermaid',
    'erDiagram',
    ...diagramOf(models.map(({ node }) => node)),
    '```',
    '',
    '## Models',
    '',
    ...table(
      ['Model', 'What it is'],
      models.map(({ node, doc }) => [`[${node.name}](#${node.name.toLowerCase()})`, doc]),
    ),
    ...models.flatMap(({ node }) => ['', `### ${node.name}`, '', ...fieldTable(node)]),
    '',
    '## Closed lists',
    '',
    ...table(
      ['List', 'Values', 'What it says'],
      enums.map(({ node, doc }) => [node.name, valuesOf(node), doc]),
    ),
    '',
  ].join('\n')
}

/**
 * The nodes of one kind, each with its documentation.
 * @template {{ type: string }} All
 * @template {All} Kind
 * @param {readonly All[]} nodes
 * @param {(node: All) => node is Kind} isKind
 * @returns {Array<Described<Kind>>}
 */
function described(nodes, isKind) {
  /** @type {Array<Described<Kind>>} */
  const found = []
  /** @type {string[]} */
  let doc = []
  for (const node of nodes) {
    if (node.type === 'comment' && 'text' in node && typeof node.text === 'string') {
      if (node.text.startsWith('///')) doc.push(node.text.slice(3).trim())
    } else {
      if (isKind(node)) found.push({ node, doc: doc.join(' ') })
      doc = []
    }
  }
  return found
}

/** @param {readonly Model[]} models */
function diagramOf(models) {
  const relations = models.flatMap(model => relationsOf(model, models)).filter(({ to }) => to !== 'Workspace')
  // Several references between the same two models share a line.
  /** @type {Map<string, string[]>} */
  const lines = new Map()
  for (const { from, to, name, isOptional, isSingle } of relations) {
    const line = `  ${to} ${isOptional ? '|o' : '||'}--${isSingle ? 'o|' : 'o{'} ${from}`
    lines.set(line, [...(lines.get(line) ?? []), name])
  }
  return [...lines].map(([line, names]) => `${line} : "${names.join(', ')}"`)
}

/**
 * The foreign keys of a model: those of its fields whose `@relation` names columns.
 * @param {Model} model
 * @param {readonly Model[]} models
 * @returns {Relation[]}
 */
function relationsOf(model, models) {
  return fieldsOf(model)
    .filter(field => relationColumns(field).length > 0)
    .map(field => {
      const target = models.find(({ name }) => name === field.fieldType)
      const back = target ? fieldsOf(target).filter(({ fieldType }) => fieldType === model.name) : []
      return {
        from: model.name,
        to: String(field.fieldType),
        name: field.name,
        isOptional: field.optional === true,
        // One field back that is no list: each row is referred to once at most.
        isSingle: back.length === 1 && back[0]?.array === false,
      }
    })
}

/**
 * The columns that hold a reference; none at its far end.
 * @param {Field} field
 * @returns {string[]}
 */
function relationColumns(field) {
  const relation = field.attributes?.find(({ name }) => name === 'relation')
  return (relation?.args ?? []).flatMap(({ value }) => {
    if (value === null || typeof value !== 'object' || !('key' in value) || value.key !== 'fields') return []
    const columns = value.value
    return columns !== null && typeof columns === 'object' && 'args' in columns ? columns.args.map(String) : []
  })
}

/** @param {Model} model */
function fieldTable(model) {
  const rows = described(model.properties, property => property.type === 'field')
    .filter(({ node, doc }) => doc !== '' || relationColumns(node).length > 0)
    .map(({ node, doc }) => [`\`${node.name}\``, typeOf(node), doc || referenceOf(node)])
  return table(['Field', 'Type', 'What it says'], rows)
}

/** @param {Field} field */
function referenceOf(field) {
  return `By ${relationColumns(field)
    .map(column => `\`${column}\``)
    .join(', ')}.`
}

/** @param {Field} field */
function typeOf(field) {
  return `${String(field.fieldType)}${field.array ? '[]' : ''}${field.optional ? '?' : ''}`
}

/** @param {Enum} list */
function valuesOf(list) {
  return list.enumerators.flatMap(value => (value.type === 'enumerator' ? [`\`${value.name}\``] : [])).join(', ')
}

/** @param {Model} model */
function fieldsOf(model) {
  return model.properties.filter(property => property.type === 'field')
}

/**
 * @param {readonly string[]} head
 * @param {ReadonlyArray<readonly string[]>} rows
 */
function table(head, rows) {
  const line = (/** @type {readonly string[]} */ cells) =>
    `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)]
}

if (process.argv[1] === import.meta.filename) {
  const schema = readFileSync(inProject('prisma/schema.prisma'), 'utf8')
  writeFileSync(inProject('docs/data-model.md'), dataModelDocument(schema))
}
