import { Problem } from '@jianbao/errors'
import type { IntakeDocument } from '@jianbao/intake/contract'
import { type ProposalWarning, proposalWarnings } from '../../contract/index.ts'
import type { ReadManuscript } from './manuscript-reader.port.ts'
import { readingLines } from './reading-lines.rules.ts'
import { tableForm } from './table-form.rules.ts'

/** What a reading thread told of a file: its text as it stands, and the documents it saw in it. */
export type FileReading =
  | { readonly kind: string; readonly text: string; readonly readings: readonly IntakeDocument[] }
  | { readonly unrecognised: { readonly pages: number | null } }
  | { readonly problem: { readonly code: Problem['code']; readonly details: Problem['details'] } }

/**
 * The text of a read file for a report. Of a plain text file the text itself, for it may be a web page; of others what
 * the layout made of it. Throws the problem of the file, or `report-file-picture`.
 */
export function manuscriptOf(file: string, reading: FileReading): ReadManuscript {
  if ('problem' in reading) throw new Problem(reading.problem.code, reading.problem.details)
  if ('unrecognised' in reading) throw new Problem('report-file-picture', { file })
  const { kind, text, readings } = reading
  if (!text.trim()) throw new Problem(kind === 'text' ? 'file-empty' : 'report-file-picture', { file })
  const codes = new Set<string>(readings.flatMap(one => one.warnings.map(warning => warning.code)))
  const warnings = proposalWarnings.filter((code): code is ProposalWarning['code'] => codes.has(code))
  if (kind === 'text') return { text, headed: false, warnings }
  const sheet = tableForm(text)
  if (sheet !== null) return { text: sheet, headed: false, warnings }
  const parts = readings.map(one => readingLines(one, text))
  const lines = parts.flatMap(part => [...part.lines, ...part.contributors])
  return { text: lines.join('\n'), headed: parts[0]?.headed ?? false, warnings }
}
