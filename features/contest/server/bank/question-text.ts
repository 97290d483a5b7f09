/**
 * Questions in running text, as offices keep them in Word:
 * `一、单选题` / `1. 题干（B）` / `A. … B. …` / `答案：B 解析：…`.
 */
import type { RawQuestion } from './raw-question.ts'
import { typeNamed } from './raw-question.ts'

const labels = {
  答案: 'answer',
  解析: 'explanation',
  类别: 'category',
  难度: 'difficulty',
  出处: 'source',
} as const
type Label = keyof typeof labels
const synonyms: Readonly<Record<string, Label>> = {
  正确答案: '答案',
  参考答案: '答案',
  标准答案: '答案',
  答案解析: '解析',
  分类: '类别',
  知识点: '类别',
  来源: '出处',
  依据: '出处',
}
const labelWords = [...Object.keys(synonyms), ...Object.keys(labels)].join('|')
const labelled = new RegExp(`^[【\\[]?(${labelWords})[】\\]]?\\s*[:：]\\s*(.*)$`)
const bracketed = new RegExp(`^[【\\[](${labelWords})[】\\]]\\s*(.*)$`)
const nextLabel = new RegExp(`\\s+(?=[【\\[]?(?:${labelWords})[】\\]]?\\s*[:：])`)
const heading =
  /^(?:(?:第[一二三四五六七八九十\d]+部分|[一二三四五六七八九十]+)[、.．:：\s]*)?([^\s（(：:]{2,7}题)(?:\s*[（(：:].*)?$/
const categoryLine = /^【([^】]{1,40})】$/
const numbered = /^(\d{1,5})\s*[.．、)）]\s*(.*)$/
const ownType = /^[【[（(]([^】\]）)]{2,6}?)题?[】\]）)]\s*(.*)$/
const optionLine = /^([A-HＡ-Ｈ])\s*[.．、:：)）]\s*(.*)$/

type Open = { -readonly [K in keyof RawQuestion]: RawQuestion[K] } & { lines: string[] }

/** Reads lines of text; what stands before the first question, and titles, are passed over. */
export function readQuestionText(text: string): RawQuestion[] {
  const found: Open[] = []
  const kept = { type: '', category: '' }
  for (const line of text
    .split('\n')
    .map(each => each.replace(/[\s　]+/g, ' ').trim())
    .filter(Boolean)) {
    const number = numbered.exec(line)
    const type = number ? null : heading.exec(line)
    if (type && typeNamed(type[1]!)) kept.type = type[1]!
    else if (!number && categoryLine.test(line) && !bracketed.test(line))
      kept.category = categoryLine.exec(line)![1]!
    else if (number) found.push(begin(number, kept, found.length + 1))
    else if (found.length) take(found.at(-1)!, line)
  }
  return found.map(finish)
}

function begin(numbered: readonly string[], kept: { type: string; category: string }, place: number): Open {
  const [, number = '', words = ''] = numbered
  const own = kept.type ? null : ownType.exec(words)
  const [type, stem] = own && typeNamed(own[1]!) ? [own[1]!, own[2]!] : [kept.type, words]
  const rest = { answer: '', category: kept.category, difficulty: '', explanation: '', source: '' }
  const label = `${kept.type}第 ${number} 题`
  return { place, label, type, stem, options: [], lines: [], ...rest }
}

function take(open: Open, line: string): void {
  const label = labelled.exec(line) ?? bracketed.exec(line)
  if (!label) return void open.lines.push(line)
  const name = nameOf(label)
  // `答案：B 解析：…` is one line often; an explanation on its own line may hold words like these itself.
  const whole = name === '解析' || name === '出处'
  const [own, ...others] = whole ? [label[2]!] : label[2]!.split(nextLabel)
  open[labels[name]] = own!.trim()
  for (const other of others) {
    const its = labelled.exec(other)
    if (its) open[labels[nameOf(its)]] = its[2]!.trim()
  }
}

const nameOf = ([, word = '']: readonly string[]): Label => synonyms[word] ?? (word as Label)

/** What follows the stem are options, each on its line or several on one; else the stem goes on. */
function finish({ lines, ...raw }: Open): RawQuestion {
  const choices = ['single', 'multiple', 'choice', null].includes(typeNamed(raw.type))
  const first = lines.findIndex(line => optionLine.test(line))
  const stem = [raw.stem, ...(first < 0 ? lines : lines.slice(0, first))].join(' ').trim()
  if (first >= 0) return { ...raw, stem, options: optionsOf(lines.slice(first)) }
  const inline = choices
    ? /^(.*?\S)(?:\s+|(?<=[）)?？]))(?=[AＡ]\s*[.．、])(.*[BＢ]\s*[.．、].*)$/.exec(stem)
    : null
  return inline ? { ...raw, stem: inline[1]!, options: optionsOf([inline[2]!]) } : { ...raw, stem }
}

/** One option a line when the letters say so; else a line holds several. */
function optionsOf(lines: readonly string[]): string[] {
  const each = lines.map(line => optionLine.exec(line))
  if (lines.length > 1 && each.every((found, at) => found && letterAt(found[1]!) === at))
    return each.map(found => found![2]!)
  const options: string[] = []
  for (const line of lines) splitOptions(line, options)
  return options
}

const letterAt = (letter: string): number => letter.normalize('NFKC').charCodeAt(0) - 65

function splitOptions(line: string, options: string[]): void {
  let rest = line
  for (;;) {
    const found = optionLine.exec(rest)
    if (!found) {
      if (options.length) options[options.length - 1] += ` ${rest}`
      return
    }
    const at = letterAt(found[1]!)
    const [next, wide] = [String.fromCharCode(66 + at), String.fromCharCode(0xff22 + at)]
    const split = new RegExp(`\\s*[${next}${wide}]\\s*[.．、]`).exec(found[2]!)
    while (options.length < at) options.push('')
    options[at] = (split ? found[2]!.slice(0, split.index) : found[2]!).trim()
    if (!split) return
    rest = found[2]!.slice(split.index).trim()
  }
}
