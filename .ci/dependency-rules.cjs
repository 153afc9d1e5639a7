// Who may import whom, checked by `npm test` and `npm run check` (scripts/lib/structure.mjs). The rooms are described in
// docs/architecture.md. Tests are free to import what they need; nothing may import a test.

const TESTS = '\\.(test|spec)\\.tsx?$|(^|/)testing/'

/**
 * A room may import itself, the rooms named and, of packages and Node, what `packages` allows (all by default).
 * @param {string} room
 * @param {string} comment
 * @param {{ rooms?: string[], packages?: string }} allowed regular expressions over resolved paths
 */
function room(room, comment, { rooms = [], packages = '^node_modules/' }) {
  return {
    name: `${room.replaceAll('/', '-')}-imports`,
    severity: 'error',
    comment,
    from: { path: `^${room}/`, pathNot: TESTS },
    to: {
      pathNot: [`^${room}/`, ...rooms, packages],
      // Node's own modules count as packages.
      ...(packages === '^node_modules/' && { dependencyTypesNot: ['core'] }),
    },
  }
}

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    room(
      'lib/domain',
      'The rules of the desk are pure: they import each other and packages that only compute, so that anyone can replay them.',
      {
        packages: '^node_modules/(@noble/hashes|canonicalize)/',
      },
    ),
    room(
      'lib/contracts',
      'The shape of every request and reply speaks the words of the domain and nothing deeper, so that browsers can use it too.',
      {
        rooms: ['^lib/domain/'],
        packages: '^node_modules/(zod|zod-openapi)/',
      },
    ),
    room(
      'lib/platform',
      'Configuration, log, clock and ids are the ground floor: everyone may stand on it, it stands on nobody.',
      {},
    ),
    room('lib/db', 'Rows become domain values here; what is done with them is decided above.', {
      rooms: ['^lib/domain/', '^lib/platform/'],
    }),
    room(
      'lib/adapters',
      'The outside world sits behind small interfaces that know neither the tables nor the operations.',
      {
        rooms: ['^lib/domain/', '^lib/platform/'],
      },
    ),
    room(
      'lib/use-cases',
      'An operation joins rules, tables and outside world, and knows nothing of requests or screens.',
      {
        rooms: ['^lib/(domain|contracts|db|adapters|platform)/'],
      },
    ),
    room(
      'lib/server',
      'The edges run operations; of the tables they see only the connection and its notifications, so no read escapes its scope.',
      {
        rooms: ['^lib/(domain|contracts|adapters|platform|use-cases)/', '^lib/db/(client|listen)\\.ts$'],
      },
    ),
    room(
      'components',
      'Screens speak to the server through the API, so they import only its words and the pure rules.',
      {
        rooms: ['^lib/(domain|contracts)/', '^public/'],
      },
    ),
    room('app', 'A route names what it shows or runs; it holds no rule of its own and never sees a table.', {
      rooms: ['^components/', '^lib/(use-cases|server|domain|contracts)/', '^public/'],
    }),
    {
      name: 'framework-stays-at-the-edge',
      severity: 'error',
      comment: 'Next and React appear in routes, screens and server edges alone, so that the rest outlives them.',
      from: { path: '^(lib|prisma)/', pathNot: ['^lib/server/', TESTS] },
      to: { path: '^node_modules/(next|next-auth|react|react-dom)/' },
    },
    {
      name: 'generated-client-stays-in-db',
      severity: 'error',
      comment:
        'Prisma’s generated types stay with the tables; everyone else sees the values that lib/db makes of rows.',
      from: { path: '^(lib|app|components|e2e)/|^[^/]+$', pathNot: ['^lib/db/', TESTS] },
      to: { path: '^lib/db/generated/|^node_modules/@prisma/' },
    },
    {
      name: 'no-import-of-tests',
      severity: 'error',
      comment: 'What ships does not depend on what tests it.',
      from: { path: '^(lib|app|components)/|^prisma/seed', pathNot: TESTS },
      to: { path: [TESTS, '^e2e/'] },
    },
    {
      name: 'no-tools-in-the-product',
      severity: 'error',
      comment: 'What ships runs without the packages that only tests and checks need (devDependencies).',
      from: { path: '^(lib|app|components)/|^prisma/seed', pathNot: TESTS },
      to: { dependencyTypes: ['npm-dev'] },
    },
    {
      name: 'only-declared-packages',
      severity: 'error',
      comment: 'A package that package.json does not name may vanish with the one that happened to bring it.',
      from: { pathNot: TESTS },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-unresolved-import',
      severity: 'error',
      comment: 'An import that leads nowhere also escapes every other rule here.',
      from: {},
      // Types that Next writes during a build.
      to: { couldNotResolve: true, pathNot: '^\\./\\.next' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Of two files that import each other neither can be understood alone.',
      from: { pathNot: '^lib/db/generated/' },
      to: { circular: true },
    },
  ],
  options: {
    parser: 'swc',
    // Imports that only bring types count: a wall is about knowledge, not about what is left at run time.
    tsPreCompilationDeps: true,
    doNotFollow: { path: '^(node_modules|lib/db/generated)/' },
    exclude: { path: '\\.(css|woff2|svg|png)$' },
  },
}
