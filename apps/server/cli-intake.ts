import { basename } from 'node:path'
import { Problem } from '@jianbao/errors'
import {
  decodeText,
  defaultRegister,
  type IntakeDocument,
  parseRegister,
  readDocument,
  readDocuments,
} from '@jianbao/intake'
import { readArguments, readNamedFile } from './cli-arguments.ts'
import { readNamedManuscript } from './cli-manuscript.ts'

export async function runIntake(args: string[]): Promise<void> {
  const { values, files } = readArguments(
    args,
    { json: { type: 'boolean' }, units: { type: 'string' }, recognise: { type: 'boolean' } },
    { least: 1, most: 1 },
  )
  const register =
    values['units'] === undefined ? defaultRegister() : await readRegister(String(values['units']))
  const { text, warnings, hints } = await readNamedManuscript(files[0]!, values['recognise'] === true)
  const options = { register, warnings, hints }
  // The contract is one JSON object: of several bulletins it is the first, with a warning that names the rest.
  if (values['json']) process.stdout.write(`${JSON.stringify(readDocument(text, options), null, 1)}\n`)
  else process.stdout.write(readDocuments(text, options).map(outline).join('\n════\n\n'))
}

async function readRegister(path: string) {
  const { text } = decodeText(await readNamedFile(path), { file: basename(path) })
  try {
    return parseRegister(text)
  } catch (error) {
    if (error instanceof Problem)
      throw new Problem('file-unreadable', { file: path, reason: error.text('zh') })
    throw error
  }
}

/** What a person wants to see at a glance. */
function outline(document: IntakeDocument): string {
  const lines = [
    [document.series?.name ?? '（无刊名）', printNumber(document)].join('  '),
    [document.publisher ?? '（无编发单位）', document.date ?? '（无日期）'].join('  '),
  ]
  for (const column of document.columns) {
    lines.push('', `【${column.name ?? '未分栏'}】`)
    for (const article of column.articles) {
      lines.push(
        `  ${article.headline ?? '（短讯）'}  ${article.paragraphs.length} 段  ${article.events.length} 条活动`,
      )
      for (const event of article.events) lines.push(`    · ${eventLine(event)}`)
    }
  }
  for (const list of document.distribution) lines.push('', `${list.to}：${list.entries.join('，')}`)
  for (const warning of document.warnings) lines.push('', `存疑：${warning.message}`)
  return `${lines.join('\n')}\n`
}

function eventLine(event: IntakeDocument['columns'][number]['articles'][number]['events'][number]): string {
  const days = event.dates.map(date =>
    date.start === date.end ? date.start : `${date.start ?? '…'}至${date.end ?? '…'}`,
  )
  const figures = event.figures.map(figure => figure.surface)
  return [days.join('、'), event.units.map(unit => unit.name).join('、'), event.act, figures.join('、')]
    .filter(Boolean)
    .join('｜')
}

function printNumber({ issueNo, special }: IntakeDocument): string {
  if (issueNo === null) return special ? '增刊' : '（无期号）'
  return `${special ? '增刊' : ''}第 ${issueNo} 期`
}
