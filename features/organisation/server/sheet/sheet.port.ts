import type { ProblemCode, ProblemDetails } from '@jianbao/errors'
import type { ImportKind } from '../../contract/index.ts'
import type { ReadSheet, RowResult, SheetForm } from './sheet.types.ts'
import type { BookRow, ExampleUnit } from './write-book.ts'

/** What the process that opens workbooks is asked for. */
export type SheetTask =
  | { readonly task: 'check'; readonly file: string; readonly bytes: Uint8Array }
  | {
      readonly task: 'read'
      readonly file: string
      readonly bytes: Uint8Array
      /** A form of another room comes with the task. */
      readonly kind: ImportKind | SheetForm
    }
  | {
      readonly task: 'annotate'
      readonly file: string
      readonly bytes: Uint8Array
      readonly place: { readonly sheetName: string; readonly headerRow: number }
      readonly results: readonly RowResult[]
      /** Of the column they stand in, where it is not 导入结果. */
      readonly heading?: string
    }
  /** A Word document or plain text, one paragraph a line. */
  | { readonly task: 'text'; readonly file: string; readonly bytes: Uint8Array }
  | {
      readonly task: 'write'
      readonly kind: ImportKind | SheetForm
      readonly rows: readonly BookRow[] | null
      /** Of the examples of a template. */
      readonly unit?: ExampleUnit
    }

export type SheetAnswer<T extends SheetTask> = T extends { task: 'check' }
  ? null
  : T extends { task: 'read' }
    ? ReadSheet
    : T extends { task: 'text' }
      ? string
      : Uint8Array

export type FromSheetProcess =
  | { readonly done: number; readonly total: number }
  | { readonly problem: { readonly code: ProblemCode; readonly details: ProblemDetails } }
  | { readonly answer: null | ReadSheet | Uint8Array | string }
  /** An error of the program. */
  | { readonly broken: string }

/** The place where workbooks are opened and made; a hostile one can bring down this place, never the server. */
export type Sheets = {
  /** @throws Problem of the file, also when it takes too long or too much memory; `server-busy` when the server stops. */
  do<T extends SheetTask>(
    task: T,
    options?: { onProgress?: (done: number, total: number) => void; signal?: AbortSignal },
  ): Promise<SheetAnswer<T>>
  close(): Promise<void>
}
