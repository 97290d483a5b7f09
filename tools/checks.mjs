// The checks of `npm run check`: what they are called and how each is run.
const bin = {
  tsc: 'node_modules/typescript/bin/tsc',
  biome: 'node_modules/@biomejs/biome/bin/biome',
  depcruise: 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
  knip: 'node_modules/knip/bin/knip.js',
}

export const checks = [
  { name: 'types', args: [bin.tsc, '--noEmit', '-p', '.'] },
  { name: 'lint and format', args: [bin.biome, 'ci', '--log-level=warn', '--colors=off', '.'] },
  {
    name: 'dependency rules',
    args: [bin.depcruise, '--config', '.dependency-cruiser.cjs', 'apps', 'features', 'packages'],
  },
  { name: 'unused code', args: [bin.knip, '--no-progress'] },
  { name: 'paths and commands in Markdown', args: ['tools/check-docs.ts'] },
]
