import { Worker } from 'node:worker_threads'
import { Problem } from '@jianbao/errors'
import { isSeriesName, readMastheadLine } from '../../structure/masthead-line.ts'
import type { Manuscript, ManuscriptOptions } from '../manuscript.types.ts'
import type { ExtractedDoc } from './extract-doc.worker.ts'

const timeoutMs = 30_000
const resourceLimits = { maxOldGenerationSizeMb: 512 }
const worker = new URL('./extract-doc.worker.ts', import.meta.url)

/**
 * A Word 97 document as text, one paragraph a line; its styles are not read. Macros are not looked at.
 * @throws Problem `file-damaged` or `file-empty`
 */
export async function readDoc(bytes: Uint8Array, { file, signal }: ManuscriptOptions): Promise<Manuscript> {
  const { body, boxes, notes } = await extract(bytes, file, signal)
  const lines = [...placed(clean(body), clean(boxes)), ...clean(notes)]
  if (lines.every(line => line.trim() === '')) throw new Problem('file-empty', { file })
  return {
    kind: 'doc',
    encoding: null,
    pages: null,
    text: `${lines.join('\n')}\n`,
    hints: [],
    warnings: [],
    picturesOnly: false,
  }
}

// A masthead is often a text box; any other box stands behind the text it was anchored to.
function placed(body: string[], boxes: string[]): string[] {
  const isMasthead = boxes.slice(0, 3).some(line => isSeriesName(line) || readMastheadLine(line).isField)
  return isMasthead ? [...boxes, ...body] : [...body, ...boxes]
}

// Word leaves marks of cells, fields and drawings in its text.
function clean(text: string): string[] {
  return text
    .replace(/[\u0000-\u0008\u000e-\u001f]/g, '')
    .split(/\r\n?|[\n\v\f]/)
    .map(line => line.replace(/\t+$/, ''))
}

function extract(bytes: Uint8Array, file: string, signal: AbortSignal | undefined): Promise<ExtractedDoc> {
  const thread = new Worker(worker, { workerData: bytes, resourceLimits, stderr: true })
  return new Promise<ExtractedDoc>((resolve, reject) => {
    const damaged = (reason: string, cause?: unknown) =>
      reject(new Problem('file-damaged', { file, reason }, { cause }))
    const timer = setTimeout(() => damaged('读取时间过长'), timeoutMs)
    signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
    thread.once('message', resolve)
    thread.on('error', error => damaged('不是完整的 Word 文档', error))
    thread.once('exit', () => {
      clearTimeout(timer)
      damaged('不是完整的 Word 文档')
    })
  }).finally(() => thread.terminate())
}
