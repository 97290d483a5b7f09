import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { createWorker } from 'tesseract.js'
import type { PrintedLine } from '../layout/printed-page.types.ts'
import { cutPicture } from './prepare-picture.ts'
import { type Blocks, recognisedLines } from './recognised-lines.ts'

type Worker = Awaited<ReturnType<typeof createWorker>>

export type RecognisedPage = {
  readonly lines: PrintedLine[]
  readonly width: number
  readonly height: number
  /** 0 to 100, as tesseract sees it. */
  readonly confidence: number
  /** Degrees clockwise it was turned to stand upright. */
  readonly turned: number
}

/** Below this a page is read the wrong way round, or hardly at all. */
const doubtful = 62
/** Measured on pages set by us: characters 32 pixels high are read best, of 44 they are worse. A4 at 150 dpi has them. */
const wishedSize = 32
const readableSizes = [24, 44] as const
const usualLongSide = 1_754
const longestSide = 3_600
/** The part of page one a masthead takes, and the side at which its letters, two fingers high, are no pictures. */
const headPart = 0.38
const headLongSide = 850

/**
 * Tesseract in threads of its own, from the installed packages alone: nothing is fetched, nothing is written. What one page
 * needed (turn, size) is tried first on the next: a pile is scanned one way.
 */
export class Recogniser {
  readonly #reader: Worker
  #upright: Worker | null = null
  #turn = 0
  #longSide = usualLongSide

  private constructor(reader: Worker) {
    this.#reader = reader
  }

  static async open(): Promise<Recogniser> {
    return new Recogniser(await openWorker('chi_sim', '4.0.0_best_int', 1))
  }

  /** `png` as `preparePicture` gives it. */
  async read(png: Buffer, { isFirst }: { isFirst: boolean }): Promise<RecognisedPage> {
    let page = await this.#recognise(png, this.#turn, this.#longSide)
    if (page.confidence < doubtful) page = await this.#turnUpright(png, page)
    page = await this.#resize(png, page)
    this.#turn = page.turned
    if (isFirst) page.lines.push(...(await this.#largeLines(png, page)))
    return page
  }

  async close(): Promise<void> {
    await this.#reader.terminate()
    await this.#upright?.terminate()
  }

  async #recognise(png: Buffer, turn: number, longSide: number, top = 1): Promise<RecognisedPage> {
    const { picture, width, height } = await cutPicture(png, { turn, top, longSide })
    const { data } = await this.#reader.recognize(picture, {}, { text: false, blocks: true })
    const lines = recognisedLines((data.blocks ?? []) as Blocks)
    return { lines, width, height, confidence: data.confidence, turned: turn }
  }

  async #turnUpright(png: Buffer, page: RecognisedPage): Promise<RecognisedPage> {
    this.#upright ??= await openWorker('osd', '4.0.0', 0)
    const { picture } = await cutPicture(png, { longSide: usualLongSide })
    const { data } = await this.#upright.detect(picture)
    const turn = data.orientation_degrees ?? page.turned
    if (turn === page.turned || (data.orientation_confidence ?? 0) < 2) return page
    const turned = await this.#recognise(png, turn, this.#longSide)
    return turned.confidence > page.confidence ? turned : page
  }

  async #resize(png: Buffer, page: RecognisedPage): Promise<RecognisedPage> {
    const size = middleSize(page.lines)
    if (size === null || (size >= readableSizes[0] && size <= readableSizes[1])) return page
    const longSide = Math.round(Math.min(longestSide, (this.#longSide * wishedSize) / size))
    const resized = await this.#recognise(png, page.turned, longSide)
    if (resized.confidence < page.confidence) return page
    this.#longSide = longSide
    return resized
  }

  async #largeLines(png: Buffer, page: RecognisedPage): Promise<PrintedLine[]> {
    const small = await this.#recognise(png, page.turned, headLongSide, headPart)
    const scale = page.width / small.width
    const size = middleSize(page.lines) ?? 0
    return small.lines
      .map(line => ({
        ...line,
        x: line.x * scale,
        end: line.end * scale,
        y: line.y * scale,
        size: line.size * scale,
      }))
      .filter(line => line.size > size * 1.5 && !page.lines.some(other => overlaps(line, other)))
  }
}

function middleSize(lines: readonly PrintedLine[]): number | null {
  const sizes = lines.map(({ size }) => size).sort((a, b) => a - b)
  return sizes[Math.floor(sizes.length / 2)] ?? null
}

function overlaps(a: PrintedLine, b: PrintedLine): boolean {
  return a.y - a.size < b.y - b.size * 0.3 && b.y - b.size < a.y - a.size * 0.3
}

async function openWorker(language: string, variant: string, engine: number): Promise<Worker> {
  // Loaded on first use: recognition is the exception.
  const { createWorker } = await import('tesseract.js')
  const isLegacy = engine === 0
  return createWorker(language, engine, {
    langPath: join(packageFolder(`@tesseract.js-data/${language}`), variant),
    cacheMethod: 'none',
    gzip: true,
    legacyCore: isLegacy,
    legacyLang: isLegacy,
  })
}

function packageFolder(name: string): string {
  return dirname(fileURLToPath(import.meta.resolve(`${name}/package.json`)))
}
