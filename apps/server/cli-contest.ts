import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { Problem } from '@jianbao/errors'
import { readArguments, readNamedFile, UsageError } from './cli-arguments.ts'

/** `jianbao contest verify|paper`: what was published of a contest, checked without a database; 2 where it does not hold. */
export async function runContestCommand(args: string[]): Promise<void> {
  const text = { type: 'string' } as const
  const options = { root: text, code: text, receipt: text, withdrawn: text }
  const { values, files } = readArguments(args, options, { least: 2, most: 4 })
  const [deed, path, ...rest] = files as [string, string, ...string[]]
  const value = (name: keyof typeof options): string | undefined => values[name] as string | undefined
  if (deed === 'verify' && rest.length === 0) return verify(path, value)
  if (deed === 'paper' && rest.length === 2) return paper(path, rest as [string, string], value('withdrawn'))
  throw new UsageError('contest 之后要写 verify 文件，或者 paper 文件 选手编号 第几次')
}

const told = {
  format: '有的行格式不对',
  order: '名次或次序不对',
  root: '名单的根与给出的不同，名单被改动过',
  'own-line': '没有一行是这个参赛码和核验凭据的',
} as const

async function verify(path: string, value: (name: 'root' | 'code' | 'receipt') => string | undefined) {
  const { verifyResults } = await import('@jianbao/contest/server')
  const [root, code, receipt] = [value('root'), value('code'), value('receipt')]
  if ((code === undefined) !== (receipt === undefined)) throw new UsageError('--code 和 --receipt 要一起给')
  const wish = { ...(root === undefined ? {} : { root }), ...(code && receipt ? { code, receipt } : {}) }
  const list = verifyResults(await readWhole(path), wish)
  if (!list) return refuse(`“${path}”不是完整的成绩名单`)
  if (list.faults.length)
    return refuse(`“${path}”没有通过核验：${list.faults.map(fault => told[fault]).join('；')}`)
  const lines = [
    `${list.organiser}：${list.title}`,
    `名单的根 ${list.root}`,
    `文件的 SHA-256 ${list.sha256}`,
    ...(list.ownLine === null ? [] : [`您的成绩在文件的第 ${list.ownLine} 行`]),
    ...(root === undefined ? ['请与公示页面上抄下的根核对。'] : []),
    `核验通过：共 ${list.lines} 人，名次连续，格式完整。`,
  ]
  console.log(lines.join('\n'))
}

/** A list of half a million people is some eighty megabytes: more than a manuscript may have. */
async function readWhole(path: string): Promise<Uint8Array> {
  try {
    const parts: Buffer[] = []
    for await (const part of createReadStream(path)) parts.push(part as Buffer)
    return Buffer.concat(parts)
  } catch {
    // Says in words what is wrong with it.
    return readNamedFile(path)
  }
}

async function paper(path: string, [player, n]: [string, string], withdrawn = '0'): Promise<void> {
  const { redrawPaper } = await import('@jianbao/contest/server')
  const numbers = [player, n, withdrawn].map(text => (/^\d{1,9}$/.test(text) ? Number(text) : Number.NaN))
  if (numbers.some(Number.isNaN)) throw new UsageError('选手编号、第几次和 --withdrawn 都要写成数字')
  const [playerNo, attempt, gone] = numbers as [number, number, number]
  if (attempt < 1) throw new UsageError('第几次从 1 数起')
  let file: unknown
  try {
    file = JSON.parse(Buffer.from(await readNamedFile(path)).toString('utf8'))
  } catch (error) {
    if (error instanceof Problem) throw error
    throw new Problem('draw-unreadable', { file: basename(path), place: '内容', reason: '不是合法的 JSON' })
  }
  const drawn = redrawPaper(file, basename(path), { player: playerNo, n: attempt - 1, withdrawn: gone })
  if (!drawn.keyHolds) return refuse(`“${path}”里的密钥与开放时公布的 SHA-256 不符`)
  console.log('密钥与公布的 SHA-256 一致')
  for (const [at, no] of drawn.questions.entries()) {
    const order = drawn.orders[at]!.map(place => String.fromCharCode(65 + place)).join('')
    console.log(`第 ${at + 1} 题：题号 ${no}${order ? `，选项次序 ${order}` : ''}，${drawn.points[at]} 分`)
  }
}

function refuse(words: string): void {
  process.stderr.write(`jianbao: ${words}。\n`)
  process.exitCode = 2
}
