// The walls that `exports` cannot state; see ARCHITECTURE.md.
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'packages-know-no-rooms',
      severity: 'error',
      from: { path: '^packages/(?!testkit)' },
      to: { path: '^(features|apps)/' },
    },
    {
      name: 'contract-is-only-shapes',
      severity: 'error',
      from: { path: '^features/[^/]+/contract/', pathNot: '\\.test\\.ts$' },
      to: {
        pathNot: [
          '^features/[^/]+/contract/',
          '^packages/errors/',
          'contract\\.ts$',
          // What a number in a text says is read alike by pages and servers.
          '^packages/intake/src/figures\\.ts$',
          'node_modules/typebox/',
        ],
      },
    },
    {
      name: 'rules-are-pure',
      severity: 'error',
      from: { path: '\\.rules\\.ts$' },
      // Intake only computes: text in, structure and facts out.
      to: {
        pathNot: [
          '/contract/',
          // Shapes and words of a room are as pure as its rules.
          '\\.(rules|types|texts)\\.ts$',
          '^packages/errors/',
          '^packages/intake/src/(contract|figures|index)\\.ts$',
        ],
      },
    },
    {
      name: 'store-is-private',
      severity: 'error',
      from: { path: '^features/([^/]+)/' },
      to: { path: '^features/([^/]+)/server/[^/]+\\.(store|table)\\.ts$', pathNot: '^features/$1/' },
    },
    {
      name: 'server-and-web-apart',
      severity: 'error',
      from: {
        path: '(^apps/desk/|^features/[^/]+/desk/|^packages/ui/)',
        pathNot: '(\\.test\\.tsx?|vite\\.config\\.ts)$',
      },
      to: { path: '(^features/[^/]+/server/|^packages/(platform|testkit)/|^apps/server/)' },
    },
    {
      name: 'server-knows-no-desk',
      severity: 'error',
      from: { path: '(^features/[^/]+/server/|^apps/server/|^packages/platform/)' },
      to: { path: '(^features/[^/]+/desk/|^apps/desk/)' },
    },
    {
      name: 'testkit-only-in-tests',
      severity: 'error',
      from: { pathNot: ['^packages/testkit/', '(test\\.tsx?|fixture\\.ts)$', '^e2e/', '^bench/'] },
      to: { path: '^packages/testkit/' },
    },
    {
      name: 'intake-and-typesetting-stand-alone',
      severity: 'error',
      from: { path: '^packages/(intake|typesetting)/', pathNot: '(test\\.ts$|/gold/)' },
      to: { path: '^packages/(platform|ui|testkit|client)/' },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'default', 'node'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.css', '.json'],
    },
  },
}
