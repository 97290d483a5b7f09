import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Personal data at rest: whoever holds the database without the key file reads none of it. */
export type Sealer = {
  /** AES-256-GCM under a fresh nonce, bound to `owner` (an id): put into another row it cannot be opened. */
  seal(text: string, owner: string): string
  /** Throws SealBroken when the text was sealed for another owner, with another key, or was changed. */
  unseal(sealed: string, owner: string): string
}

export class SealBroken extends Error {
  override readonly name = 'SealBroken'
}

const algorithm = 'aes-256-gcm'
const version = 'v1.'
const nonceBytes = 12
const tagBytes = 16
const keyBytes = 32

/**
 * Opens the sealer of a data folder. Its key is made once and lies in `personal-data.key` beside the database, for its
 * owner alone (0600); what was sealed is lost with it. Throws when the file holds no key.
 */
export async function openSealer(folder: string): Promise<Sealer> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const key = await keyOf(join(folder, 'personal-data.key'))
  return {
    seal: (text, owner) => {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagBytes })
      cipher.setAAD(Buffer.from(owner))
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return version + Buffer.concat([nonce, body, cipher.getAuthTag()]).toString('base64url')
    },
    unseal: (sealed, owner) => {
      if (!sealed.startsWith(version)) throw new SealBroken('not sealed in a known way')
      const bytes = Buffer.from(sealed.slice(version.length), 'base64url')
      if (bytes.length < nonceBytes + tagBytes) throw new SealBroken('cut off')
      const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, nonceBytes), {
        authTagLength: tagBytes,
      })
      decipher.setAAD(Buffer.from(owner))
      decipher.setAuthTag(bytes.subarray(-tagBytes))
      try {
        const body = decipher.update(bytes.subarray(nonceBytes, -tagBytes))
        return Buffer.concat([body, decipher.final()]).toString('utf8')
      } catch (error) {
        // The driver's words would say nothing more, and must not carry the value.
        throw new SealBroken('sealed with another key, for another owner, or changed', { cause: error })
      }
    },
  }
}

/** Reads the key, or makes it; of two processes that start at once both get the one that was there first. */
async function keyOf(path: string): Promise<Buffer> {
  const there = await readKey(path)
  if (there) return there
  const temporary = `${path}.${randomUUID()}`
  await writeFile(temporary, randomBytes(keyBytes).toString('hex'), { mode: 0o600, flush: true })
  try {
    await link(temporary, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    await rm(temporary, { force: true })
  }
  const made = await readKey(path)
  if (!made) throw new Error('the key of personal data was removed while it was being made')
  return made
}

async function readKey(path: string): Promise<Buffer | null> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (text === null) return null
  const key = Buffer.from(text.trim(), 'hex')
  if (key.length !== keyBytes) throw new Error('personal-data.key holds no key: put the right one back')
  return key
}
