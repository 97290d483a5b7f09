import { basename } from 'node:path'
import { Problem } from '@jianbao/errors'
import { type Manuscript, readManuscript } from '@jianbao/intake'
import { limitBytes, readNamedFile } from './cli-arguments.ts'

/**
 * Text and hints of a file the user named, of whatever kind; recognition shows its pages on stderr.
 * @throws Problem naming the file, also when its pages are pictures and recognition was not asked for
 */
export async function readNamedManuscript(path: string, recognise: boolean): Promise<Manuscript> {
  const file = basename(path)
  const bytes = await readNamedFile(path)
  const manuscript = await readManuscript(bytes, {
    file,
    limitBytes,
    recognise,
    ...(recognise ? { onProgress: showPages } : {}),
  })
  if (manuscript.picturesOnly)
    throw new Problem('file-needs-recognition', { file, pages: manuscript.pages ?? 1 })
  return manuscript
}

// One line that is written over on a terminal, a line a page in a file.
function showPages(done: number, total: number): void {
  const line = `识别文字 ${done}/${total} 页`
  if (!process.stderr.isTTY) process.stderr.write(`${line}\n`)
  else process.stderr.write(`\r\u001b[K${line}${done === total ? '\n' : ''}`)
}
