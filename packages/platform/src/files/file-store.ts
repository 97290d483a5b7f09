import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, type ReadStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'

/** Bytes received but not yet kept: on disk under a temporary name, already safe from power loss. */
export type ReceivedFile = {
  readonly sha256: string
  readonly sizeBytes: number
  /** The stream ran past the limit and was cut off there. */
  readonly cut: boolean
  /** The bytes; only before they are kept or discarded. */
  read(): Promise<Uint8Array>
  /** The first bytes, at most `sizeBytes`; only before they are kept or discarded. */
  head(sizeBytes: number): Promise<Uint8Array>
  keep(): Promise<void>
  /** Throws the bytes away; does nothing once they are kept. */
  discard(): Promise<void>
}

export type FileStore = {
  receive(source: Readable | Uint8Array, options: { limitBytes: number }): Promise<ReceivedFile>
  read(sha256: string): Promise<Uint8Array>
  /** The first bytes, at most `sizeBytes`. */
  head(sha256: string, sizeBytes: number): Promise<Uint8Array>
  /** Where the bytes lie, for readers that must jump about in a large file. */
  path(sha256: string): string
  stream(sha256: string): ReadStream
  remove(sha256: string): Promise<void>
}

/**
 * A store of files named by their content (SHA-256, hex) in `folder`. What a user called a file is never part of a path.
 * Temporary files that an earlier process left behind are swept away at opening; another process may share the folder,
 * so what is younger than an hour is left alone.
 */
export async function openFileStore(folder: string): Promise<FileStore> {
  const incoming = join(folder, 'incoming')
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  await sweep(incoming, Date.now() - 3_600_000)
  const shelf = (sha256: string): string => join(folder, sha256.slice(0, 2))
  const place = (sha256: string): string => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a SHA-256 in hex')
    return join(shelf(sha256), sha256)
  }
  return {
    receive: async (source, { limitBytes }) => {
      const temporary = join(incoming, randomUUID())
      const { sha256, sizeBytes, cut } = await write(temporary, source, limitBytes)
      return {
        sha256,
        sizeBytes,
        cut,
        read: () => readFile(temporary),
        head: size => readHead(temporary, size),
        keep: async () => {
          await mkdir(shelf(sha256), { recursive: true, mode: 0o700 })
          await rename(temporary, place(sha256))
          await syncFolder(shelf(sha256))
          await syncFolder(folder)
        },
        discard: () => rm(temporary, { force: true }),
      }
    },
    read: sha256 => readFile(place(sha256)),
    head: (sha256, size) => readHead(place(sha256), size),
    path: place,
    stream: sha256 => createReadStream(place(sha256)),
    remove: sha256 => rm(place(sha256), { force: true }),
  }
}

async function readHead(path: string, size: number): Promise<Uint8Array> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(size), 0, size, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

async function sweep(folder: string, beforeMs: number): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    const found = await stat(path).catch(() => null)
    if (found && found.mtimeMs < beforeMs) await rm(path, { force: true })
  }
}

async function write(
  path: string,
  source: Readable | Uint8Array,
  limitBytes: number,
): Promise<{ sha256: string; sizeBytes: number; cut: boolean }> {
  const hash = createHash('sha256')
  let sizeBytes = 0
  let cut = false
  const file = await open(path, 'wx', 0o600)
  try {
    for await (const chunk of source instanceof Uint8Array ? [source] : source) {
      const bytes = chunk as Uint8Array
      if (sizeBytes + bytes.length > limitBytes) {
        cut = true
        break
      }
      hash.update(bytes)
      await file.writeFile(bytes)
      sizeBytes += bytes.length
    }
    await file.sync()
  } catch (error) {
    await rm(path, { force: true })
    throw error
  } finally {
    await file.close()
  }
  return { sha256: hash.digest('hex'), sizeBytes, cut }
}

/** A rename is safe from power loss only once the folder itself is on disk (fsync(2), notes). */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
