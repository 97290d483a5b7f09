import { expect, it } from 'vitest'
import { loadPageFile, PageFileError } from './page-file.ts'

it('hands a page over, and gives every failure one name and its cause', async () => {
  expect(await loadPageFile(async () => 'page')()).toBe('page')
  const cause = new Error('Unable to preload CSS for /desk/assets/some.css')
  const failing = loadPageFile(() => Promise.reject(cause))
  await expect(failing()).rejects.toThrow(PageFileError)
  await expect(failing()).rejects.toMatchObject({ cause })
})
