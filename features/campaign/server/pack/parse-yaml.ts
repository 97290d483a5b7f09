/** YAML that a stranger wrote: only its plain part, without anchors, tags, doubled keys or other encodings. */
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
} from 'yaml'
import type { PackProblem, PackProblemCode } from '../../contract/index.ts'
import type { Locate, PackFile, ParsedFile, Path } from './pack.types.ts'

/** A thousand tasks have room in it; the parser needs a second for the worst of this size. */
const limitBytes = 256 * 1024

const reasons: Record<string, string> = {
  BAD_INDENT: '缩进没有对齐',
  TAB_AS_INDENT: '用了制表符缩进，请改成空格',
  MISSING_CHAR: '缺少引号、括号或冒号',
  UNEXPECTED_TOKEN: '多出了符号',
  MULTIPLE_DOCS: '一个文件里用 --- 分成了几份',
  BLOCK_IN_FLOW: '括号里不能分行缩进',
  BLOCK_AS_IMPLICIT_KEY: '冒号后面缺少空格，或者缩进没有对齐',
  MULTILINE_IMPLICIT_KEY: '冒号前的内容分成了几行',
  RESOURCE_EXHAUSTION: '嵌套太深',
}

/** @returns the values with their places, or all that is wrong with the file. */
export function parseYaml(file: PackFile, bytes: Uint8Array): ParsedFile | readonly PackProblem[] {
  const problem = (
    code: PackProblemCode,
    line: number | null = null,
    details: PackProblem['details'] = {},
  ): PackProblem => ({ code, file, line, place: '', details })
  if (bytes.byteLength > limitBytes)
    return [
      problem('file-large', null, { size: Math.ceil(bytes.byteLength / 1024), limit: limitBytes / 1024 }),
    ]
  const text = decode(bytes)
  if (text === null) return [problem('encoding')]
  const lines = new LineCounter()
  const lineOf = (offset: number) => lines.linePos(offset).line
  // Doubled keys are looked for below: the parser's own search takes the square of the time.
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    schema: 'core',
    uniqueKeys: false,
    merge: false,
    logLevel: 'error',
  })
  const wrong = document.errors.map(({ code, pos }) =>
    problem('syntax', lineOf(pos[0]), { reason: reasons[code] ?? '符号用错了地方' }),
  )
  if (wrong.length) return oneALine(wrong)
  const refused = refuse(document, lineOf, problem)
  if (refused.length) return refused
  return { value: document.toJS({ maxAliasCount: 0 }), locate: locator(document, lineOf) }
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** A slip makes the parser stumble many times on one line. */
function oneALine(problems: readonly PackProblem[]): PackProblem[] {
  const lines = new Map(problems.toReversed().map(problem => [problem.line, problem]))
  return [...lines.values()].sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
}

function refuse(
  document: Document.Parsed,
  lineOf: (offset: number) => number,
  problem: (code: PackProblemCode, line: number | null, details?: PackProblem['details']) => PackProblem,
): PackProblem[] {
  const found: PackProblem[] = []
  visit(document, {
    Node: (_, node) => {
      const line = node.range ? lineOf(node.range[0]) : null
      if (isAlias(node) || ('anchor' in node && node.anchor)) found.push(problem('alias-refused', line))
      else if (node.tag) found.push(problem('tag-refused', line, { value: sourceTag(node).slice(0, 40) }))
      if (!isMap(node)) return
      const before = new Map<string, number | null>()
      for (const { key } of node.items) {
        const at = isNode(key) && key.range ? lineOf(key.range[0]) : null
        if (!isScalar(key) || typeof key.value !== 'string') {
          found.push(problem('key-form', at))
          continue
        }
        const other = before.get(key.value)
        if (other !== undefined) found.push(problem('key-twice', at, { key: key.value, other: other ?? 0 }))
        else before.set(key.value, at)
      }
    },
  })
  return found
}

/** The tag as it was written. */
function sourceTag(node: { tag?: string | undefined }): string {
  const { tag = '' } = node
  return tag.startsWith('tag:yaml.org,2002:') ? `!!${tag.slice('tag:yaml.org,2002:'.length)}` : tag
}

/** Of a place that is not there, the nearest one around it. */
function locator(document: Document.Parsed, lineOf: (offset: number) => number): Locate {
  return (path: Path, atKey = false) => {
    let node: unknown = document.contents
    let line: number | null = null
    for (const step of path) {
      if (isMap(node)) {
        const pair = node.items.find(({ key }) => isScalar(key) && key.value === step)
        if (!pair) break
        if (isNode(pair.key) && pair.key.range) line = lineOf(pair.key.range[0])
        node = pair.value
      } else if (isSeq(node)) {
        const item: unknown = node.items[Number(step)]
        if (!isNode(item)) break
        if (item.range) line = lineOf(item.range[0])
        node = item
      } else break
      if (!atKey && isScalar(node) && node.range) line = lineOf(node.range[0])
    }
    return (
      line ?? (isNode(document.contents) && document.contents.range ? lineOf(document.contents.range[0]) : 1)
    )
  }
}
