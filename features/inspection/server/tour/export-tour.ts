/** The stops of a tour with their answers, one column a question, as an Excel workbook. */
import type { Readable } from 'node:stream'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { type SheetCell, writeSheet } from '@jianbao/platform/sheet'
import type { AnswerValue, Question, Tour } from '../../contract/index.ts'
import { stopStateWords } from '../inspection.words.ts'

type Given = { readonly stopId: string; readonly questionId: string; readonly value: AnswerValue }

export function selectGiven(tx: Database, tourId: string): Promise<Given[]> {
  return rowsOf<Given>(
    tx,
    sql`select a.stop_id as "stopId", a.question_id as "questionId", a.value from inspection_answer a
      join inspection_stop s on s.id = a.stop_id where s.tour_id = ${tourId}`,
  )
}

export function writeStops(tour: Tour, given: readonly Given[]): Readable {
  const answers = new Map(given.map(({ stopId, questionId, value }) => [`${stopId} ${questionId}`, value]))
  const rows = tour.stopList.map((stop): SheetCell[] => [
    stop.unitName,
    stop.day,
    stopStateWords[stop.state],
    stop.findings,
    stop.interviews,
    stop.photos,
    ...tour.checklist.map(question => cellOf(question, answers.get(`${stop.id} ${question.id}`))),
  ])
  const columns = [
    { heading: '单位', width: 26 },
    { heading: '日期', width: 12 },
    { heading: '进度', width: 10 },
    { heading: '问题', width: 8 },
    { heading: '访谈', width: 8 },
    { heading: '照片', width: 8 },
    ...tour.checklist.map(({ text, measure }) => ({
      heading: measure ? `${text}（${measure}）` : text,
      width: 24,
    })),
  ]
  return writeSheet({ name: tour.name, columns, fixedColumns: 1 }, rows)
}

function cellOf({ kind }: Question, value: AnswerValue | undefined): SheetCell {
  if (value === undefined) return null
  if (kind !== 'yes-no') return value
  return value === 'yes' ? '是' : '否'
}
