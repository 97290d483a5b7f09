import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { apiFile, generateApi } from '../generate.ts'

test('api.ts is what the API document says', async () => {
  expect(await readFile(apiFile, 'utf8'), 'stale: run node packages/client/generate.ts').toBe(
    await generateApi(),
  )
})
