import { randomUUID } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The secret that signs cookies: made once, kept in the data folder for its owner alone (0600). */
export async function installationSecret(folder: string): Promise<string> {
  const path = join(folder, 'secret')
  const there = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (there) return there
  const secret = `${randomUUID()}${randomUUID()}`
  const temporary = `${path}.${randomUUID()}`
  await writeFile(temporary, secret, { mode: 0o600, flush: true })
  await rename(temporary, path)
  return secret
}
