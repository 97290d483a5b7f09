/** The process that opens workbooks and makes them. */
import { Problem } from '@jianbao/errors'
import { annotateSheet } from './annotate-sheet.ts'
import { checkPackage } from './check-package.ts'
import { sheetForms } from './forms.ts'
import { readSheet } from './read-sheet.ts'
import type { FromSheetProcess, SheetTask } from './sheet.port.ts'
import type { ReadSheet, SheetForm } from './sheet.types.ts'
import { writeBook } from './write-book.ts'

const say = (message: FromSheetProcess): void => void process.send?.(message)

async function answer(task: SheetTask): Promise<null | ReadSheet | Uint8Array | string> {
  switch (task.task) {
    case 'check':
      await checkPackage(Buffer.from(task.bytes), task.file)
      return null
    case 'read':
      return readSheet(Buffer.from(task.bytes), task.file, formOf(task.kind), (done, total) =>
        say({ done, total }),
      )
    case 'annotate':
      return annotateSheet(Buffer.from(task.bytes), task.file, task.place, task.results, task.heading)
    case 'text':
      return readText(task.bytes, task.file)
    case 'write':
      return writeBook(formOf(task.kind), task.rows, task.unit)
  }
}

const formOf = (kind: keyof typeof sheetForms | SheetForm): SheetForm =>
  typeof kind === 'string' ? sheetForms[kind] : kind

/** @throws Problem also for what has pages and no paragraphs: its lines are where the paper ended. */
async function readText(bytes: Uint8Array, file: string): Promise<string> {
  // Loaded on first use: most files are workbooks.
  const { checkManuscript, readManuscript } = await import('@jianbao/intake')
  const { kind } = await checkManuscript(bytes, { file })
  if (kind === 'pdf' || kind === 'picture')
    throw new Problem('file-not-text', { file, reason: '它是 PDF 或图片' })
  return (await readManuscript(bytes, { file })).text
}

// Nobody asks any more.
process.on('disconnect', () => process.exit())
process.on('message', async (task: SheetTask) => {
  try {
    say({ answer: await answer(task) })
  } catch (error) {
    if (error instanceof Problem) say({ problem: { code: error.code, details: error.details } })
    else say({ broken: error instanceof Error ? String(error.stack) : String(error) })
  }
})
