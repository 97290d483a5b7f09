import { writeFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { Problem } from '@jianbao/errors'
import { readDocuments } from '@jianbao/intake'
import {
  type Bulletin,
  bulletinFromDocument,
  openTypesetter,
  parseBulletin,
  renderHtml,
  typesetDocx,
  typesetText,
} from '@jianbao/typesetting'
import { readArguments, reasonOf, UsageError } from './cli-arguments.ts'
import { readNamedManuscript } from './cli-manuscript.ts'

export async function runTypeset(args: string[]): Promise<void> {
  const { values, files } = readArguments(
    args,
    {
      out: { type: 'string', short: 'o' },
      standard: { type: 'string' },
      press: { type: 'boolean' },
      recognise: { type: 'boolean' },
    },
    { least: 1, most: 1 },
  )
  const out = values['out']
  if (typeof out !== 'string') throw new UsageError('没有指明输出文件 -o')
  const standard = values['standard'] ?? 'ua-1'
  if (standard !== 'ua-1' && standard !== 'a-2a') throw new UsageError('--standard 只能是 ua-1 或 a-2a')
  const write = writers[extname(out).toLowerCase()]
  if (!write) throw new UsageError(`输出文件须以 ${Object.keys(writers).join('、')} 结尾`)
  const bulletins = await readBulletins(files[0]!, values['recognise'] === true)
  for (const [index, bulletin] of bulletins.entries()) {
    const path = index === 0 ? out : out.replace(/(\.\w+)$/, `-${index + 1}$1`)
    const bytes = await write(bulletin, { standard, press: values['press'] === true })
    await writeFile(path, bytes).catch(error => {
      throw new Problem('file-unwritable', { file: path, reason: reasonOf(error) }, { cause: error })
    })
    if (bulletins.length > 1) console.log(`第 ${index + 1} 份，共 ${bulletins.length} 份：${path}`)
  }
}

type WriteOptions = { standard: 'ua-1' | 'a-2a'; press: boolean }

const writers: Record<string, (bulletin: Bulletin, options: WriteOptions) => Promise<string | Uint8Array>> = {
  '.pdf': typesetPdf,
  '.docx': bulletin => typesetDocx(bulletin),
  '.html': async bulletin => renderHtml(bulletin, { standalone: true }),
  '.txt': async bulletin => typesetText(bulletin),
}

async function typesetPdf(bulletin: Bulletin, options: WriteOptions): Promise<Uint8Array> {
  const typesetter = openTypesetter()
  try {
    const { pdf } = await typesetter.typesetPdf(bulletin, {
      standard: options.standard,
      red: options.press ? 'press' : 'screen',
    })
    return pdf
  } finally {
    await typesetter.close()
  }
}

/** FILE is intake JSON, a bulletin model, or a manuscript of one bulletin or several. */
async function readBulletins(path: string, recognise: boolean): Promise<Bulletin[]> {
  const file = basename(path)
  const { kind, text, hints } = await readNamedManuscript(path, recognise)
  if (kind !== 'text' || !/^\uFEFF?\s*\{/.test(text))
    return readDocuments(text, { hints }).map(bulletinFromDocument)
  const value = parseJson(text, file)
  try {
    const schema = typeof value === 'object' && value !== null && 'schema' in value ? value.schema : undefined
    return [schema === 'jianbao-bulletin/1' ? parseBulletin(value) : bulletinFromDocument(value)]
  } catch (error) {
    if (error instanceof Problem)
      throw new Problem('file-unreadable', { file, reason: error.text('zh') }, { cause: error })
    throw error
  }
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new Problem('file-unreadable', { file, reason: `不是有效的 JSON（${(error as Error).message}）` })
  }
}
