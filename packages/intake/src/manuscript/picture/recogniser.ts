import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { createWorker, PSM } from 'tesseract.js'
import { cellGap } from '../layout/page-lines.ts'
import type { PrintedLine } from '../layout/printed-page.types.ts'
import { readingOrder } from '../layout/reading-order.ts'
import { cutPicture } from './prepare-picture.ts'
import { type Blocks, recognisedLines } from './recognised-lines.ts'

/** How tesseract cuts a page: one block is read best, columns only where they are told apart. */
const oneBlock = '6' as PSM
const columns = '3' as PSM
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
const headLongSide = 700
const settleMs = 30

/**
 * Tesseract in threads of its own, from the installed packages alone: nothing is fetched, nothing is written. What one page
 * needed (turn, size) is tried first on the next: a pile is scanned one way.
 */
export class Recogniser {
  readonly #reader: Worker
  #upright: Worker | null = null
  #turn = 0
  #longSide = usualLongSide
  #cut = oneBlock
  #closed = false

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
    page = await this.#partColumns(png, page)
    return isFirst ? await this.#withLargeLines(png, page) : page
  }

  async close(): Promise<void> {
    this.#closed = true
    // A call on its way to the thread must have reached it: what is sent to an ended one is lost past all handlers.
    await setTimeout(settleMs)
    await this.#reader.terminate()
    await this.#upright?.terminate()
  }

  #refuseClosed(): void {
    if (this.#closed) throw new Error('recognition was stopped')
  }

  async #recognise(
    png: Buffer,
    turn: number,
    longSide: number,
    { top = 1, cut = this.#cut } = {},
  ): Promise<RecognisedPage> {
    const { picture, width, height } = await cutPicture(png, { turn, top, longSide })
    this.#refuseClosed()
    await this.#reader.setParameters({ tessedit_pageseg_mode: cut })
    this.#refuseClosed()
    // A scan lies a little askew: lines are made level first.
    const { data } = await this.#reader.recognize(
      picture,
      { rotateAuto: true },
      { text: false, blocks: true },
    )
    const lines = recognisedLines((data.blocks ?? []) as Blocks)
    return { lines, width, height, confidence: data.confidence, turned: turn }
  }

  async #turnUpright(png: Buffer, page: RecognisedPage): Promise<RecognisedPage> {
    this.#upright ??= await openWorker('osd', '4.0.0', 0)
    if (this.#closed) await this.#upright.terminate()
    const { picture } = await cutPicture(png, { longSide: usualLongSide })
    this.#refuseClosed()
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

  // Lines with a gap in them, one under the other: two columns read across. Or columns were looked for and there are none.
  async #partColumns(png: Buffer, page: RecognisedPage): Promise<RecognisedPage> {
    const gaps = page.lines.filter(({ text }) => text.includes(cellGap)).length
    if (this.#cut === oneBlock && (gaps < 4 || gaps < page.lines.length * 0.2)) return page
    if (this.#cut === columns && readingOrder(page.lines).length > 1) return page
    this.#cut = this.#cut === oneBlock ? columns : oneBlock
    return this.#recognise(png, page.turned, this.#longSide)
  }

  async #withLargeLines(png: Buffer, page: RecognisedPage): Promise<RecognisedPage> {
    const small = await this.#recognise(png, page.turned, headLongSide, { top: headPart, cut: columns })
    const scale = page.width / small.width
    const size = middleSize(page.lines) ?? 0
    const large = small.lines
      .map(line => ({
        ...line,
        x: line.x * scale,
        end: line.end * scale,
        y: line.y * scale,
        size: line.size * scale,
      }))
      .filter(line => line.size > size * 1.9)
    // What both saw keeps its place in full size unless its letters are as large as these.
    const others = page.lines.filter(
      line => line.size < size * 1.9 || !large.some(each => overlaps(line, each)),
    )
    const found = large.filter(line => !others.some(other => overlaps(line, other)))
    return { ...page, lines: [...others, ...found] }
  }
}

function middleSize(lines: readonly PrintedLine[]): number | null {
  const sizes = lines.map(({ size }) => size).sort((a, b) => a - b)
  return sizes[Math.floor(sizes.length / 2)] ?? null
}

// The middle of one stands within the other.
function overlaps(a: PrintedLine, b: PrintedLine): boolean {
  const [from, to] = [a.y - a.size / 2, b.y - b.size / 2]
  return Math.abs(from - to) < Math.max(a.size, b.size) * 0.45 && a.x < b.end && b.x < a.end
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
    // Every call rejects by itself; without a handler the error is thrown once more, past all who could catch it.
    errorHandler: () => undefined,
  })
}

function packageFolder(name: string): string {
  return dirname(fileURLToPath(import.meta.resolve(`${name}/package.json`)))
}
