/** Takes a Word 97 file to pieces in a thread of its own: the parser trusts the file, so time and memory are bounded here. */
import { parentPort, workerData } from 'node:worker_threads'
import WordExtractor from 'word-extractor'

export type ExtractedDoc = { readonly body: string; readonly boxes: string; readonly notes: string }

const plain = { filterUnicode: false }
const document = await new WordExtractor().extract(Buffer.from(workerData as Uint8Array))
const extracted: ExtractedDoc = {
  body: document.getBody(plain),
  boxes: document.getTextboxes({ ...plain, includeHeadersAndFooters: false }),
  notes: document.getFootnotes(plain),
}
parentPort?.postMessage(extracted)
