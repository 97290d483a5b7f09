import { createHash } from 'node:crypto'

/**
 * An image: its bytes, which are not changed any more, or the name of its content and how to read it. One that
 * is named is read only when the typesetting process does not hold it; null where it is not there.
 */
export type ImageSource = Uint8Array | { id: string; read: () => Promise<Uint8Array | null> }

/** What travels with a job, see protocol.ts. */
export type Shelved = {
  images: Record<string, string>
  send: Record<string, Uint8Array>
  forget: string[]
}

/** Bytes of images that one process may hold. */
const mostBytes = 192 * 1024 * 1024
const names = new WeakMap<Uint8Array, string>()

/** What images a typesetting process holds, so that each goes to it once; the longest unused go first. */
export class ImageShelf {
  /** Sizes by name, the longest unused first. */
  readonly #held = new Map<string, number>()
  #bytes = 0

  async take(sources: Readonly<Record<string, ImageSource>>): Promise<Shelved> {
    const images: Record<string, string> = Object.create(null)
    const send: Record<string, Uint8Array> = Object.create(null)
    for (const [key, source] of Object.entries(sources)) {
      const name = nameOf(source)
      if (!this.#held.has(name) && !Object.hasOwn(send, name)) {
        const bytes = source instanceof Uint8Array ? source : await source.read()
        if (bytes === null) continue
        send[name] = bytes
      }
      images[key] = name
    }
    return { images, send, forget: this.#keep(images, send) }
  }

  /** Notes what the process will hold, and what it has to let go for it. */
  #keep(images: Shelved['images'], send: Shelved['send']): string[] {
    const used = new Set(Object.values(images))
    for (const name of used) {
      const size = send[name]?.byteLength ?? this.#held.get(name) ?? 0
      if (!this.#held.delete(name)) this.#bytes += size
      this.#held.set(name, size)
    }
    const forget: string[] = []
    for (const [name, size] of this.#held) {
      if (this.#bytes <= mostBytes) break
      if (used.has(name)) continue
      this.#held.delete(name)
      this.#bytes -= size
      forget.push(name)
    }
    return forget
  }
}

function nameOf(source: ImageSource): string {
  if (!(source instanceof Uint8Array)) return `named-${source.id}`
  const known = names.get(source)
  if (known !== undefined) return known
  const name = `sha256-${createHash('sha256').update(source).digest('hex')}`
  names.set(source, name)
  return name
}
