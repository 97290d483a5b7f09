/** The process that typesets: holds the engine and its fonts, does one job at a time, may be killed at any moment. */
import { type Compiler, loadEngine } from './engine.ts'
import { type FontSet, openFontSet } from './font-set.ts'
import { mapImages, undecodable, unmapImages } from './images.ts'
import type { FromChild, Job, Opening, ToChild, Typeset } from './protocol.ts'
import { setDocument } from './set-document.ts'
import { mapTemplates, workspace } from './workspace.ts'

type Opened = { compiler: Compiler; fonts: FontSet }

let opened: Promise<Opened> | null = null
const tell = (message: FromChild) => process.send?.(message)

process.on('message', (message: ToChild) => {
  if (message.kind === 'open') {
    opened = open(message)
    opened.then(
      () => tell({ kind: 'ready' }),
      error => tell({ kind: 'unable', reason: reasonOf(error) }),
    )
  } else void typeset(message)
})
// The parent is gone: nobody waits for the result.
process.on('disconnect', () => process.exit(0))

async function open(opening: Opening): Promise<Opened> {
  const engine = loadEngine()
  if (!engine)
    throw new Error(
      `这台机器（${process.platform} ${process.arch}）没有可用的 PDF 排版引擎，其他格式不受影响`,
    )
  const fonts = await openFontSet(opening.fontFolders, opening.cacheFolder)
  const compiler = engine.NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: fonts.files }] })
  mapTemplates(compiler)
  return { compiler, fonts }
}

async function typeset(job: Job): Promise<void> {
  try {
    const { compiler, fonts } = await opened!
    const typeset = setOne(compiler, fonts, job)
    tell({ kind: 'done', id: job.id, typeset, rssBytes: process.memoryUsage.rss() })
  } catch (error) {
    tell({ kind: 'failed', id: job.id, reason: reasonOf(error) })
  }
  // Native buffers are freed only when the event loop turns.
  await new Promise(resolve => setImmediate(resolve))
}

function setOne(compiler: Compiler, fonts: FontSet, job: Job): Typeset {
  const imagePaths = mapImages(compiler, job.images)
  try {
    const { document, missing } = setReadable(compiler, fonts, job, imagePaths)
    const pdf =
      job.want === 'pdf'
        ? compiler.pdf(document, {
            pdfStandard: job.standard,
            creationTimestamp: Math.floor(Date.now() / 1000),
          })
        : new Uint8Array()
    const svg = job.want === 'svg' ? withoutGrounds(compiler.plainSvg(document)) : ''
    const unreadableImages = Object.keys(job.images).filter(key => !Object.hasOwn(imagePaths, key))
    return { pdf, svg, pages: document.numOfPages, fonts: fonts.faces, missing, unreadableImages }
  } finally {
    unmapImages(compiler, imagePaths)
    compiler.evictCache(10)
  }
}

/** Sets a bulletin; images that turn out damaged are left out, and their frames stay empty. */
function setReadable(compiler: Compiler, fonts: FontSet, job: Job, imagePaths: Record<string, string>) {
  try {
    return setDocument(compiler, fonts, { ...job, imagePaths })
  } catch (error) {
    const damaged = undecodable(compiler, imagePaths)
    if (damaged.length === 0) throw error
    for (const key of damaged) {
      unmapImages(compiler, { [key]: imagePaths[key]! })
      delete imagePaths[key]
    }
    return setDocument(compiler, fonts, { ...job, imagePaths })
  }
}

/** The engine lays the white ground of every page at the top, where those of later pages cover the first. */
function withoutGrounds(svg: string): string {
  return svg.replace(
    /<path class="typst-shape" fill="#ffffff" fill-rule="nonzero" d="M 0 0v [\d.]+ h [\d.]+ v -[\d.]+ Z "\/>/gu,
    '',
  )
}

/** What the engine says, without the paths and source places its diagnostics carry. */
function reasonOf(error: unknown): string {
  const told = error instanceof Error ? error.message : String(error)
  const messages = [...told.matchAll(/message: "((?:[^"\\]|\\.)*)"/gu)].map(match => match[1])
  const reason = messages.length > 0 ? [...new Set(messages)].join('; ') : told
  return reason.replace(/(?:[A-Za-z]:)?(?:[\\/][\p{L}\p{N}_.@+-]+){2,}/gu, '…').slice(0, 300)
}
