/** The process that typesets: holds the engine, its fonts and images, does one job at a time, may be killed at any moment. */
import { findFaults, isMeasured } from '../conformity/find-faults.ts'
import { writePages } from '../preview/page-svg.ts'
import { type ReadPages, readPages } from '../preview/read-pages.ts'
import { ChildImages } from './child-images.ts'
import { type CompiledDocument, type Compiler, loadEngine } from './engine.ts'
import { type FontSet, openFontSet } from './font-set.ts'
import { namePictures, pathsOf } from './job-images.ts'
import type { FromChild, Job, Opening, ToChild, Typeset } from './protocol.ts'
import { setDocument } from './set-document.ts'
import { mapTemplates, workspace } from './workspace.ts'

type Opened = { compiler: Compiler; fonts: FontSet; images: ChildImages }

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
  return { compiler, fonts, images: new ChildImages(compiler) }
}

async function typeset(job: Job): Promise<void> {
  try {
    const typeset = setOne(await opened!, job)
    tell({ kind: 'done', id: job.id, typeset, rssBytes: process.memoryUsage.rss() })
  } catch (error) {
    tell({ kind: 'failed', id: job.id, reason: reasonOf(error) })
  }
  // Native buffers are freed only when the event loop turns.
  await new Promise(resolve => setImmediate(resolve))
}

function setOne({ compiler, fonts, images }: Opened, job: Job): Typeset {
  for (const [name, bytes] of Object.entries(job.send)) images.add(name, bytes)
  for (const name of job.forget) images.forget(name)
  try {
    const imagePaths = pathsOf(job, images)
    let set = setDocument(compiler, fonts, { ...job, imagePaths })
    const pdfOf = () => (job.want === 'pdf' ? exportPdf(compiler, set.document, job) : new Uint8Array())
    let pdf: Uint8Array
    try {
      pdf = pdfOf()
    } catch {
      // The engine (0.14.2) loses count of its tags where a very tall heading of a table meets the end of a page.
      set = setDocument(compiler, fonts, { ...job, imagePaths, plainHeads: true })
      pdf = pdfOf()
    }
    const { document } = set
    const isRead = job.want === 'pages' || (job.measure && isMeasured(job.document))
    const read = isRead ? readPages(compiler.plainSvg(document), document.numOfPages) : null
    return {
      pdf,
      preview: read && job.want === 'pages' ? previewOf(read, job, images) : null,
      pages: document.numOfPages,
      fonts: fonts.faces,
      missing: set.missing,
      unreadableImages: Object.keys(job.images).filter(key => !images.get(job.images[key]!)?.path),
      conformity: findFaults(compiler, set, read, job, images),
    }
  } finally {
    compiler.evictCache(10)
  }
}

function exportPdf(compiler: Compiler, document: CompiledDocument, job: Job): Uint8Array {
  const creationTimestamp = job.createdAt ?? Math.floor(Date.now() / 1000)
  return compiler.pdf(document, { pdfStandard: job.standard, creationTimestamp })
}

function previewOf(read: ReadPages, job: Job, images: ChildImages): Typeset['preview'] {
  const { widthPt, heightPt } = read
  return { pages: writePages(read, new Set(job.known), namePictures(job, images)), widthPt, heightPt }
}

/** What the engine says, without the paths and source places its diagnostics carry. */
function reasonOf(error: unknown): string {
  const told = error instanceof Error ? error.message : String(error)
  const messages = [...told.matchAll(/message: "((?:[^"\\]|\\.)*)"/gu)].map(match => match[1])
  const reason = messages.length > 0 ? [...new Set(messages)].join('; ') : told
  return reason.replace(/(?:[A-Za-z]:)?(?:[\\/][\p{L}\p{N}_.@+-]+){2,}/gu, '…').slice(0, 300)
}
