import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { beforeAll, expect, test } from 'vitest'

let script = ''
let fileName = ''

beforeAll(async () => {
  const root = fileURLToPath(new URL('.', import.meta.url))
  const built = await build({
    root,
    configFile: `${root}vite.config.ts`,
    logLevel: 'silent',
    build: { write: false },
  })
  const [one] = Array.isArray(built) ? built : [built]
  if (!one || !('output' in one)) throw new Error('nothing was built')
  const chunks = one.output.filter(piece => piece.type === 'chunk')
  expect(one.output).toHaveLength(1)
  script = chunks[0]!.code
  fileName = chunks[0]!.fileName
})

test('the player is one script whose name changes with it, of at most 24 KB compressed', () => {
  expect(fileName).toMatch(/^player-[\w-]{8}\.js$/)
  expect(gzipSync(script, { level: 9 }).length).toBeLessThan(24 * 1024)
})

test('it is a classic script of 2017: nothing newer in its grammar, nothing newer called', () => {
  const newer = [
    /\?\./,
    /\?\?/,
    /catch\s*\{/,
    /\{\s*\.\.\./,
    /\(\?<[=!a-z]/i,
    /\\p\{/,
    /\bimport\s*[(.]/,
    /^\s*(import|export)\b/m,
    /\bfor await\b/,
  ]
  expect(newer.filter(grammar => grammar.test(script)).map(String)).toEqual([])
  const later =
    /\.(flatMap|flat|at|replaceAll|matchAll|finally|toSorted|toReversed|findLast|toWellFormed|replaceChildren)\(|\b(fromEntries|hasOwn|allSettled|structuredClone|AbortController|globalThis|BigInt|randomUUID|IntersectionObserver|ResizeObserver|Segmenter)\b/g
  expect(script.match(later) ?? []).toEqual([])
})
