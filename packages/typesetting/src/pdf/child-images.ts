import type { PictureFault } from '../contract.ts'
import { type ImageSize, imageSize } from '../model/image-size.ts'
import { imageType } from '../model/image-type.ts'
import type { Compiler } from './engine.ts'
import { workspace } from './workspace.ts'

/** Larger ones are of no use on a page of A4 and cost a gigabyte to unpack. */
const mostPixels = 100_000_000

export type HeldImage =
  | { path: string; size: ImageSize; data: string }
  | { path: null; fault: Exclude<PictureFault, 'absent'> }

/** The images this process holds by the names of their contents, checked once when they come. */
export class ChildImages {
  readonly #compiler: Compiler
  readonly #held = new Map<string, HeldImage>()
  #count = 0

  constructor(compiler: Compiler) {
    this.#compiler = compiler
  }

  get(name: string): HeldImage | undefined {
    return this.#held.get(name)
  }

  add(name: string, bytes: Uint8Array): void {
    this.#held.set(name, this.#check(bytes))
  }

  forget(name: string): void {
    const path = this.#held.get(name)?.path
    if (path) this.#compiler.unmapShadow(`${workspace}/${path}`)
    this.#held.delete(name)
  }

  #check(bytes: Uint8Array): HeldImage {
    const type = imageType(bytes)
    if (type === null) return { path: null, fault: isSvg(bytes) ? 'svg' : 'format' }
    const size = imageSize(bytes)
    if (size === null) return { path: null, fault: 'damaged' }
    if (size.width * size.height > mostPixels) return { path: null, fault: 'too-large' }
    const path = `image-${this.#count++}.${type}`
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#compiler.mapShadow(`${workspace}/${path}`, buffer)
    if (this.#decodes(path)) return { path, size, data: buffer.toString('base64') }
    this.#compiler.unmapShadow(`${workspace}/${path}`)
    return { path: null, fault: 'damaged' }
  }

  /** Whether the engine takes it: set alone, so that one damaged photo never fails an issue. */
  #decodes(path: string): boolean {
    const trial = `${workspace}/trial.typ`
    this.#compiler.addSource(trial, `#image("${path}", alt: "", width: 1cm)`)
    return this.#compiler.compile({ mainFilePath: trial, inputs: {} }).result !== null
  }
}

function isSvg(bytes: Uint8Array): boolean {
  return /^\s*(?:<\?xml|<!--|<!doctype|<svg)/iu.test(
    Buffer.from(bytes.subarray(0, 256))
      .toString('utf8')
      .replace(/^\ufeff/u, ''),
  )
}
