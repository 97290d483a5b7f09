import type { CommittedDraw, DrawCheck, DrawCheckName, FinishedDraw } from '@jianbao/draw'
import { parseDraw, verifyDraw } from '@jianbao/draw'
import { Problem } from '@jianbao/errors'
import { readArguments, readNamedFile, UsageError } from './cli-arguments.ts'

/** `jianbao draw verify FILE`: exit 0 and a line for each check, 2 with one line when one of them does not hold. */
export async function runDrawCommand(args: string[]): Promise<void> {
  const { values, files } = readArguments(args, { before: { type: 'string' } }, { least: 1, most: 2 })
  if (files[0] !== 'verify') throw new UsageError('draw 之后要写 verify')
  const [, path] = files
  if (path === undefined) throw new UsageError('没有指明文件')
  const before = values['before']
  const published = typeof before === 'string' ? await readDraw(before) : undefined
  const draw = await readDraw(path)
  const checks = verifyDraw(draw, published?.commit)
  const faults = checks.filter(({ fault }) => fault)
  if (!faults.length) return void console.log(tellWhole(draw, checks))
  process.stderr.write(`jianbao: “${path}”没有通过核验：${faults.map(tellFault).join('；')}。\n`)
  process.exitCode = 2
}

async function readDraw(path: string): Promise<CommittedDraw | FinishedDraw> {
  const bytes = await readNamedFile(path)
  try {
    return parseDraw(new TextDecoder('utf-8', { fatal: true }).decode(bytes), path)
  } catch (error) {
    if (error instanceof Problem) throw error
    throw new Problem('draw-unreadable', { file: path, place: '内容', reason: '不是 UTF-8 编码' })
  }
}

const names: Record<DrawCheckName, string> = {
  before: '与抽取前公布的文件承诺一致',
  register: '名册与公布的名册哈希一致',
  rules: '名册、规则齐全，每种结果都派得足人员',
  seed: '种子与公布的种子哈希一致',
  selection: '抽查对象与重新计算的结果一致',
  inspectors: '检查人员与重新计算的结果一致',
}
const broken: Record<DrawCheckName, string> = {
  before: '与抽取前公布的文件承诺不同',
  register: '名册被改动过',
  rules: '名册或规则有误',
  seed: '种子不是事先承诺的那个',
  selection: '抽查对象与重新计算的结果不符',
  inspectors: '检查人员与重新计算的结果不符',
}

function tellWhole(draw: CommittedDraw | FinishedDraw, checks: readonly DrawCheck[]): string {
  const { name, organiser, objects, inspectors, commit } = draw
  const end =
    'result' in draw
      ? `核验通过：从 ${objects.length} 个对象中抽出 ${draw.result.length} 个，现场数字或词语“${draw.reveal.contribution}”。`
      : `核验通过：名册 ${objects.length} 个对象、${inspectors.length} 名检查人员，尚未抽取。`
  return [
    `${organiser}：${name}`,
    ...checks.map(check => `  ✓ ${names[check.name]}`),
    `名册哈希 ${commit.register}`,
    `种子哈希 ${commit.seed}`,
    '请与抽取前公布的两个哈希核对。',
    end,
  ].join('\n')
}

function tellFault({ name, fault }: DrawCheck): string {
  if (fault?.kind === 'problem') return `${broken[name]}（${fault.problem.text().replace(/。$/, '')}）`
  if (fault?.kind !== 'differs') return `${broken[name].replace(/与.*$/, '')}因此没有核对`
  return `${broken[name]}（应为 ${fault.expected || '无'}，文件中是 ${fault.found || '无'}）`
}
