import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { readPlayAssets } from '@jianbao/contest/public'
import { openHttp } from '@jianbao/platform/http'
import type { FastifyInstance } from 'fastify'
import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mountPlayer } from './mount-player.ts'

const built = mkdtempSync(join(tmpdir(), 'jianbao-player-'))
const script = `(function(){${'play();'.repeat(500)}})()`
let http: FastifyInstance

beforeAll(async () => {
  writeFileSync(join(built, 'player-a1b2c3d4.js'), script)
  writeFileSync(join(built, '.built-from'), 'secret')
  http = await openHttp({
    version: '1',
    logger: pino({ level: 'silent' }),
    publicOrigin: null,
    requestsPerMinute: 3,
  })
  mountPlayer(http, readPlayAssets(built))
})
afterAll(async () => {
  await http.close()
  rmSync(built, { recursive: true })
})

const ask = (name: string, encoding: string) =>
  http.inject({ url: `/play/assets/${name}`, headers: { 'accept-encoding': encoding } })

test('the script is kept for ever, in the form the phone can read', async () => {
  const { script: address } = readPlayAssets(built)
  expect(address).toBe('/play/assets/player-a1b2c3d4.js')
  const forms = await Promise.all(
    ['br, gzip', 'gzip, deflate', 'identity'].map(ask.bind(null, 'player-a1b2c3d4.js')),
  )
  expect(forms.map(({ headers }) => headers['content-encoding'])).toEqual(['br', 'gzip', undefined])
  expect(forms.map(({ headers }) => headers['cache-control'])).toEqual(
    Array(3).fill('public, max-age=31536000, immutable'),
  )
  const [brotli, gzip, plain] = forms.map(({ rawPayload }) => rawPayload) as [Buffer, Buffer, Buffer]
  expect([brotliDecompressSync(brotli), gunzipSync(gzip), plain].map(String)).toEqual(Array(3).fill(script))
})

test('nothing else of the folder is given out, and many phones behind one address keep nobody out', async () => {
  for (const name of ['.built-from', '../package.json', 'player-00000000.js', ''])
    expect([name, (await ask(name, 'br')).statusCode]).toEqual([name, 404])
  const codes = await Promise.all(Array.from({ length: 12 }, () => ask('player-a1b2c3d4.js', 'br')))
  expect(codes.filter(({ statusCode }) => statusCode !== 200)).toEqual([])
})

test('a page without a build has no script and still has its styles', () => {
  const assets = readPlayAssets(join(built, 'nowhere'))
  expect([assets.script, assets.find('player-a1b2c3d4.js')]).toEqual([null, null])
  expect(assets.styles).toContain('prefers-color-scheme')
})
