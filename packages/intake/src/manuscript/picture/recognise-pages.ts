import { Problem } from '@jianbao/errors'
import type { IntakeWarning } from '../../contract.ts'
import type { PrintedPage } from '../layout/printed-page.types.ts'
import { readingOrder } from '../layout/reading-order.ts'
import type { ManuscriptOptions } from '../manuscript.types.ts'
import { type RecognisedPage, Recogniser } from './recogniser.ts'

/** A page to be recognised; its picture is made when its turn comes. */
export type PictureOfPage = { readonly number: number; readonly picture: () => Promise<Buffer> }

const uncertain = 75

/**
 * Recognises pages one after another; an abort ends the page at hand too.
 * @throws Problem `recognition-failed`; the reason of the signal
 */
export async function recognisePages(
  pictures: readonly PictureOfPage[],
  { file, signal, onProgress }: ManuscriptOptions,
): Promise<{ pages: PrintedPage[]; warnings: IntakeWarning[] }> {
  signal?.throwIfAborted()
  const recogniser = await Recogniser.open()
  const aborted = new Promise<never>((_, reject) =>
    signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true }),
  )
  // Nobody waits for it when the last page is done.
  aborted.catch(() => undefined)
  const pages: PrintedPage[] = []
  const read: (RecognisedPage & { number: number })[] = []
  try {
    for (const [i, { number, picture }] of pictures.entries()) {
      signal?.throwIfAborted()
      const png = await picture()
      const page = await Promise.race([recogniser.read(png, { isFirst: i === 0 }), aborted])
      read.push({ ...page, number })
      pages.push(toPage(number, page))
      onProgress?.(i + 1, pictures.length)
    }
  } catch (error) {
    if (signal?.aborted || error instanceof Problem) throw error
    throw new Problem('recognition-failed', { file, reason: '识别程序出错' }, { cause: error })
  } finally {
    await recogniser.close()
  }
  if (pages.every(({ blocks }) => blocks.length === 0))
    throw new Problem('recognition-failed', { file, reason: '图片上没有找到文字' })
  return { pages, warnings: warningsOf(read) }
}

function toPage(number: number, { lines, width, height }: RecognisedPage): PrintedPage {
  return { number, width, height, blocks: readingOrder(lines), isPicture: false }
}

function warningsOf(pages: readonly (RecognisedPage & { number: number })[]): IntakeWarning[] {
  const warnings: IntakeWarning[] = []
  const say = (code: IntakeWarning['code'], message: string) => warnings.push({ code, message, span: [0, 0] })
  say('recognised', '文字由图片识别而来，请对照原件核对。')
  for (const { number, turned } of pages)
    if (turned !== 0) say('page-turned', `第 ${number} 页放倒了，已转正 ${turned} 度再识别。`)
  for (const { number, confidence } of pages)
    if (confidence < uncertain)
      say('recognition-uncertain', `第 ${number} 页识别把握不大（${Math.round(confidence)}%），请仔细核对。`)
  return warnings
}
