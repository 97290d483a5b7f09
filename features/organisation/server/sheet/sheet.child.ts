/** The process that opens workbooks and makes them. */
import { Problem } from '@jianbao/errors'
import { annotateSheet } from './annotate-sheet.ts'
import { checkPackage } from './check-package.ts'
import { sheetForms } from './forms.ts'
import { readSheet } from './read-sheet.ts'
import type { FromSheetProcess, SheetTask } from './sheet.port.ts'
import type { ReadSheet } from './sheet.types.ts'
import { writeBook } from './write-book.ts'

const say = (message: FromSheetProcess): void => void process.send?.(message)

async function answer(task: SheetTask): Promise<null | ReadSheet | Uint8Array> {
  switch (task.task) {
    case 'check':
      await checkPackage(Buffer.from(task.bytes), task.file)
      return null
    case 'read': {
      const form = typeof task.kind === 'string' ? sheetForms[task.kind] : task.kind
      return readSheet(Buffer.from(task.bytes), task.file, form, (done, total) => say({ done, total }))
    }
    case 'annotate':
      return annotateSheet(Buffer.from(task.bytes), task.file, task.place, task.results)
    case 'write':
      return writeBook(sheetForms[task.kind], task.rows, task.unit)
  }
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
