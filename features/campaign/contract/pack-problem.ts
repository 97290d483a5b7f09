/** What can be wrong with a campaign pack, said in one line that names file, line and place, and what to do. */
import { ledgerFaults } from '@jianbao/ledger/contract'
import { scoringFaults } from '@jianbao/scoring/contract'

export type PackProblem = {
  readonly code: PackProblemCode
  /** Of the pack: `tasks.yaml`; or what was sent. */
  readonly file: string
  readonly line: number | null
  /** `tasks[3]（专题党课）.deadline.day` */
  readonly place: string
  /** What fills the words; `hint` is what was probably meant. */
  readonly details: Readonly<Record<string, string | number>>
}

type Words = { readonly zh: string; readonly en: string }

export const packProblems = {
  ...scoringFaults,
  ...ledgerFaults,
  'no-campaign': {
    zh: '没有这个文件。活动包里必须有它，放在文件夹或压缩包的最外层',
    en: 'The file is missing. A pack must have it, at the top of its folder or ZIP',
  },
  'file-unknown': {
    zh: '活动包里没有这种文件，请改名或移走。可以有：{choices}',
    en: 'A pack has no such file; rename it or take it out. It may have: {choices}',
  },
  'file-twice': { zh: '这个文件有两份，请留下一份', en: 'The file is there twice' },
  'file-large': {
    zh: '文件有 {size} KB，超过 {limit} KB 的上限',
    en: 'The file has {size} KiB, more than {limit}',
  },
  encoding: {
    zh: '文件不是 UTF-8 编码。请用记事本打开，“另存为”时把编码选成 UTF-8',
    en: 'The file is not UTF-8. Save it with that encoding',
  },
  syntax: {
    zh: '写法不合 YAML 格式（{reason}）。请检查缩进、冒号后的空格和引号是否成对',
    en: 'This is no YAML ({reason}). Look at indents, blanks behind colons and pairs of quotes',
  },
  'alias-refused': {
    zh: '不能用 & 和 * 引用别处的内容，请把内容直接写出来',
    en: 'Anchors and aliases (& and *) are not taken; write the text out',
  },
  'tag-refused': { zh: '不能用“!”标记（{value}），请删去', en: 'Tags like {value} are not taken' },
  'key-twice': {
    zh: '“{key}”写了两次，上一次在第 {other} 行，请删去一处',
    en: '"{key}" stands twice, before in line {other}',
  },
  'key-form': { zh: '键必须是文字', en: 'A key must be text' },
  required: { zh: '缺少“{key}”', en: '"{key}" is missing' },
  'key-unknown': { zh: '没有“{key}”这一项', en: 'There is no "{key}"' },
  empty: {
    zh: '没有填写内容。不需要时请把这一行删去',
    en: 'Nothing stands here. Take the line out if not needed',
  },
  'type-text': {
    zh: '这里要写文字。写的是数字或日期时，请加上引号',
    en: 'Text is wanted here; put a number or a day in quotes',
  },
  'type-number': { zh: '这里要写数字', en: 'A number is wanted here' },
  'type-integer': { zh: '这里要写整数', en: 'A whole number is wanted here' },
  'type-boolean': { zh: '这里要写 true（是）或 false（否）', en: 'true or false is wanted here' },
  'type-list': {
    zh: '这里要写成列表，每项一行，以“- ”开头',
    en: 'A list is wanted here, each entry on a line of its own behind "- "',
  },
  'type-map': {
    zh: '这里要写成“名称: 内容”的若干行',
    en: 'Lines of "key: value" are wanted here',
  },
  'id-form': {
    zh: '“{value}”不能作标识。标识以小写字母开头，由小写字母、数字和 - 组成，最多 40 个字符',
    en: '"{value}" is no id: small letters, digits and -, a letter first, 40 at most',
  },
  'day-form': {
    zh: '“{value}”不是日期。日期写成 2021-03-01',
    en: '"{value}" is no day; write 2021-03-01',
  },
  'month-form': {
    zh: '“{value}”不是月份。月份写成 2021-03',
    en: '"{value}" is no month; write 2021-03',
  },
  'time-form': { zh: '“{value}”不是时间。时间写成 09:00', en: '"{value}" is no time; write 09:00' },
  form: { zh: '“{value}”的写法不对', en: '"{value}" has a wrong form' },
  choice: {
    zh: '没有“{value}”这一项。可以填：{choices}',
    en: 'There is no "{value}". Choose from: {choices}',
  },
  'schema-other': {
    zh: '这是“{value}”格式的活动包，本系统读的是 {choices}',
    en: 'The pack is of format "{value}"; {choices} is read here',
  },
  'too-few': { zh: '至少要有 {limit} 项', en: 'At least {limit} are wanted' },
  'too-many': { zh: '最多 {limit} 项', en: 'At most {limit} are taken' },
  'too-short': { zh: '至少要有 {limit} 个字', en: 'At least {limit} characters are wanted' },
  'too-long': { zh: '有 {length} 个字，最多 {limit} 个字', en: '{length} characters are more than {limit}' },
  'too-small': { zh: '不能小于 {limit}', en: 'Must not be below {limit}' },
  'too-large': { zh: '不能大于 {limit}', en: 'Must not be above {limit}' },
  'multiple-of': { zh: '只能是 {limit} 的倍数', en: 'Must be a multiple of {limit}' },
  wrong: { zh: '内容不合要求', en: 'This is not what is wanted' },
  blank: { zh: '不能只有空格', en: 'Blanks alone are not enough' },
  'one-line': { zh: '名称只能写一行', en: 'A name has one line' },
  characters: { zh: '含有看不见的控制字符，请重新输入', en: 'It has control characters; type it again' },
  'id-twice': {
    zh: '标识“{value}”前面已经用过（第 {other} 行），请换一个',
    en: 'The id "{value}" is taken (line {other})',
  },
  twice: { zh: '“{value}”写了两次', en: '"{value}" stands twice' },
  'day-impossible': { zh: '没有 {value} 这一天', en: 'There is no {value}' },
  'ends-before': { zh: '结束（{to}）早于开始（{from}）', en: 'It ends ({to}) before it begins ({from})' },
  'outside-campaign': {
    zh: '{value} 不在活动期间（{from} 至 {to}）以内',
    en: '{value} lies outside the campaign ({from} to {to})',
  },
  'campaign-long': { zh: '活动期间超过 {limit} 年', en: 'The campaign lasts more than {limit} years' },
  'stage-unknown': { zh: 'campaign.yaml 里没有阶段“{value}”', en: 'campaign.yaml has no stage "{value}"' },
  'group-unknown': { zh: 'campaign.yaml 里没有单位组“{value}”', en: 'campaign.yaml has no group "{value}"' },
  'kind-unknown': {
    zh: '没有“{value}”这类单位。可以填：{choices}',
    en: 'There is no kind of units "{value}". Choose from: {choices}',
  },
  'type-unknown': {
    zh: 'reporting.yaml 里没有活动类型“{value}”',
    en: 'reporting.yaml has no type of activity "{value}"',
  },
  'column-unknown': {
    zh: 'reporting.yaml 里没有栏目“{value}”',
    en: 'reporting.yaml has no column "{value}"',
  },
  'reader-type-unknown': {
    zh: '识别程序没有“{value}”这个类型。可以填：{choices}',
    en: 'The reader knows no type "{value}". Choose from: {choices}',
  },
  'reader-measure-unknown': {
    zh: '识别程序没有“{value}”这个指标。可以填：{choices}',
    en: 'The reader knows no measure "{value}". Choose from: {choices}',
  },
  'binds-nobody': {
    zh: '没有说明约束哪些单位，请写 kinds（单位类别）或 groups（单位组）',
    en: 'It binds nobody; name kinds or groups',
  },
  'proves-anything': {
    zh: 'types 和 words 至少写一项，否则任何旧简报都算完成',
    en: 'Name types or words, or any old bulletin would prove it',
  },
  'unit-unknown': {
    zh: '组织里没有编码为“{value}”的在用单位，或者它不在“{unit}”之下',
    en: 'There is no active unit with code "{value}" below "{unit}"',
  },
  'quiet-at': {
    zh: '发送时间 {value} 在免打扰时段（{from} 至 {to}）里，永远发不出去',
    en: '{value} lies in the quiet hours ({from} to {to}); nothing would ever be sent',
  },
  'more-problems': {
    zh: '另有 {count} 处问题没有列出，请先改正以上各处',
    en: '{count} more problems are not listed; mend these first',
  },
} as const satisfies Record<string, Words>

export type PackProblemCode = keyof typeof packProblems

/** One line: file, line and place, what is wrong, and what was probably meant. */
export function packProblemLine(problem: PackProblem, language: 'zh' | 'en'): string {
  const { file, line, place } = problem
  const words = packProblemWords(problem, language)
  if (language === 'en')
    return `${[file, line && `line ${line}`, place].filter(Boolean).join(', ')}: ${words}`
  return `${file}${line ? ` 第 ${line} 行` : ''}${place ? `，${place}` : ''}：${words}`
}

/** What is wrong alone, where its place is shown beside. */
export function packProblemWords({ code, details }: PackProblem, language: 'zh' | 'en'): string {
  const words = packProblems[code][language]
  const filled = words.replace(/\{(\w+)\}/g, (whole, key: string) => String(details[key] ?? whole))
  const { hint } = details
  if (language === 'en') return `${filled}.${hint ? ` Did you mean ${hint}?` : ''}`
  return `${filled}。${hint ? `您是指 ${hint} 吗？` : ''}`
}
