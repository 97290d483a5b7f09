import type { PictureFault } from '../contract.ts'
import { mediaTypes } from '../html/image-address.ts'
import { type ImageSize, imageSize } from '../model/image-size.ts'
import { imageType } from '../model/image-type.ts'
import type { Compiler } from './engine.ts'
import { standIn } from './stand-in.ts'
import { workspace } from './workspace.ts'

/** Larger ones are of no use on a page of A4 and cost a gigabyte to unpack. */
const mostPixels = 100_000_000

export type HeldImage =
  | {
      path: string
      /** As it is shown: a photo that says it lies on its side is turned. */
      size: ImageSize
      /** A small picture of the same shape, and its bytes as the engine writes them into a page. */
      standIn: { path: string; data: string }
      dataUrl: () => string
    }
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
    const held = this.#held.get(name)
    if (held?.path)
      for (const path of [held.path, held.standIn.path]) this.#compiler.unmapShadow(`${workspace}/${path}`)
    this.#held.delete(name)
  }

  #check(bytes: Uint8Array): HeldImage {
    const type = imageType(bytes)
    if (type === null) return { path: null, fault: isSvg(bytes) ? 'svg' : 'format' }
    const raw = imageSize(bytes)
    if (raw === null || (type === 'jpg' && isCutShort(bytes))) return { path: null, fault: 'damaged' }
    if (raw.width * raw.height > mostPixels) return { path: null, fault: 'too-large' }
    const number = this.#count++
    const path = `image-${number}.${type}`
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#compiler.mapShadow(`${workspace}/${path}`, buffer)
    const size = this.#shownSize(path, raw)
    if (size === null) {
      this.#compiler.unmapShadow(`${workspace}/${path}`)
      return { path: null, fault: 'damaged' }
    }
    const small = standIn(size, path)
    const standInPath = `stand-in-${number}.png`
    this.#compiler.mapShadow(`${workspace}/${standInPath}`, small)
    return {
      path,
      size,
      standIn: { path: standInPath, data: small.toString('base64') },
      dataUrl: () => `data:${mediaTypes[type]};base64,${buffer.toString('base64')}`,
    }
  }

  /** Set alone, so that one damaged photo never fails an issue; null where the engine cannot take it. */
  #shownSize(path: string, raw: ImageSize): ImageSize | null {
    const trial = `${workspace}/trial.typ`
    const source = `#let i = image("${path}", alt: "")
      #context [#metadata((measure(i).width / 1pt, measure(i).height / 1pt)) <size>]
      #image("${path}", alt: "", width: 1cm)`
    this.#compiler.addSource(trial, source)
    const { result } = this.#compiler.compile({ mainFilePath: trial, inputs: {} })
    if (!result) return null
    const [told] = this.#compiler.query(result, { selector: '<size>', field: 'value' }) as [[number, number]]
    const isTurned = told[0] > told[1] !== raw.width > raw.height && raw.width !== raw.height
    return isTurned ? { width: raw.height, height: raw.width } : raw
  }
}

/** A JPEG without its end; the engine would fill up in grey what is lost. A small picture inside it ends early on. */
function isCutShort(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return buffer.lastIndexOf('ffd9', undefined, 'hex') < bytes.length / 2
}

function isSvg(bytes: Uint8Array): boolean {
  return /^\s*(?:<\?xml|<!--|<!doctype|<svg)/iu.test(
    Buffer.from(bytes.subarray(0, 256))
      .toString('utf8')
      .replace(/^\ufeff/u, ''),
  )
}
