/** What can be wrong with a sheet, said in one line that names row and column and what to do. */
export type SheetProblem = {
  readonly code: SheetProblemCode
  readonly row: number | null
  readonly column: string | null
  readonly cell: string | null
  /** What fills the words; `hint` is what was probably meant. */
  readonly details: Readonly<Record<string, string | number>>
}

type Words = { readonly zh: string; readonly en: string }

export const sheetProblems = {
  'no-table': {
    zh: '没有找到表头。请用下载的模板，第一行应有{columns}等列名',
    en: 'No header row was found. Use the template: its first row has {columns} and so on',
  },
  'several-tables': {
    zh: '工作簿里有 {count} 张表都有表头（{sheets}），不知道导入哪一张。请只留一张',
    en: '{count} sheets of the workbook have a header row ({sheets}). Keep only one of them',
  },
  'no-rows': { zh: '表头下面没有数据', en: 'There is no data below the header row' },
  'too-many-rows': {
    zh: '这张表有 {rows} 行，超过 {limit} 行的上限（多半是末尾有大量空行）。请选中数据下面的空行，右键“删除”，保存后再上传',
    en: 'The sheet has {rows} rows, more than {limit}, most likely empty ones at its end. Delete them and save it again',
  },
  'column-missing': { zh: '缺少这一列', en: 'The column is missing' },
  'column-unknown': { zh: '模板中没有这一列', en: 'The template has no such column' },
  'column-doubled': {
    zh: '这一列出现了两次（{cells}），请删去一列',
    en: 'The column stands twice ({cells})',
  },
  'column-hidden': {
    zh: '这一列被隐藏了，请取消隐藏，看清内容后再上传',
    en: 'The column is hidden. Unhide it and look at it first',
  },
  'rows-hidden': {
    zh: '有 {count} 行被隐藏或被筛选掉了（{rows}）。请取消隐藏或清除筛选后再上传',
    en: '{count} rows are hidden or filtered out ({rows}). Unhide them first',
  },
  merged: {
    zh: '单元格 {range} 是合并的。请取消合并，每格单独填写',
    en: 'The cells {range} are merged. Unmerge them and fill in each',
  },
  formula: {
    zh: '这一格是公式。请复制后“选择性粘贴—数值”，再上传',
    en: 'The cell holds a formula. Paste it as a value',
  },
  'cell-error': { zh: '这一格是错误值 {value}', en: 'The cell holds the error {value}' },
  date: {
    zh: '这一格被存成了日期。请把单元格格式改为“文本”后重新填写',
    en: 'The cell is a date. Make its format text and type it again',
  },
  'number-inexact': {
    zh: '数字“{value}”已被 Excel 改得不准了。请把单元格格式改为“文本”后重新填写',
    en: 'Excel no longer holds the number {value} exactly. Make the format text and type it again',
  },
  'too-long': {
    zh: '内容有 {length} 个字，最多 {limit} 个字',
    en: '{length} characters are more than {limit}',
  },
  required: { zh: '必须填写', en: 'Must be filled in' },
  'code-form': {
    zh: '“{value}”不能作编码。编码由数字、字母和 - _ . 组成，最多 32 位',
    en: '"{value}" is no code: digits, letters and - _ . between them, at most 32',
  },
  'name-form': {
    zh: '“{value}”不能作名称，名称应有 2 至 60 个字',
    en: '"{value}" is no name of 2 to 60 characters',
  },
  'division-form': {
    zh: '“{value}”不是现行的行政区划代码（6 位数字）',
    en: '"{value}" is no division code of 6 digits in use',
  },
  'choice-unknown': {
    zh: '没有“{value}”这一项。可以填：{choices}',
    en: 'There is no "{value}". Choose from: {choices}',
  },
  'order-form': {
    zh: '“{value}”不是 1 至 100000 的整数',
    en: '"{value}" is no whole number from 1 to 100000',
  },
  'phone-scientific': {
    zh: '手机号“{value}”被写成了科学计数法，后几位已经丢失。请把单元格格式改为“文本”后重新填写',
    en: 'The phone number "{value}" lost its last digits. Make the format text and type it again',
  },
  'phone-form': { zh: '不是电话号码，应为 11 位手机号或带区号的座机号', en: 'Not a telephone number' },
  'phone-masked': {
    zh: '带 * 的手机号与系统中的不一致。请填写完整号码，或留空表示不改',
    en: 'The masked number differs from the one that is kept. Fill it in completely, or leave it empty',
  },
  'code-doubled': {
    zh: '编码“{value}”与第 {other} 行重复',
    en: 'The code "{value}" stands in row {other} too',
  },
  'code-taken': {
    zh: '没有找到您可以修改的单位“{value}”，这个编码也不能用于新单位，请换一个',
    en: 'No unit "{value}" of yours was found, and a new one cannot have this code',
  },
  'parent-unknown': { zh: '未找到：{value}', en: 'Not found: {value}' },
  'parent-self': { zh: '上级不能是自己', en: 'A unit is not above itself' },
  cycle: { zh: '上下级绕成了一圈：{path}', en: 'The units go in a circle: {path}' },
  'top-of-scope': {
    zh: '“{value}”是您管理范围的最上级，不能在这里改它的上级、排序和状态。请留空',
    en: '"{value}" is the topmost of your units; its place and state cannot be changed here. Leave it empty',
  },
  'is-merged': {
    zh: '“{value}”已经并入其他单位，不能再改上级和状态',
    en: '"{value}" was merged into another unit; its place and state stay',
  },
  'has-children': {
    zh: '“{value}”下面还有 {count} 个在用单位，不能停用',
    en: '"{value}" has {count} active units below and cannot be retired',
  },
  'under-retired': {
    zh: '上级“{value}”已停用，下面不能有在用单位',
    en: '"{value}" above is retired; no active unit can stand below',
  },
  'name-taken': {
    zh: '同一上级下已经有“{value}”，请换一个名称，或者把两个单位合并',
    en: 'There is a "{value}" below the same unit already',
  },
  'unit-unknown': { zh: '未找到：{value}', en: 'Not found: {value}' },
  'unit-ambiguous': {
    zh: '有 {count} 个单位叫“{value}”，请改填单位编码',
    en: '{count} units are called "{value}"; give the code',
  },
  'unit-retired': { zh: '单位“{value}”已停用', en: 'The unit "{value}" is retired' },
  'day-form': {
    zh: '“{value}”不是日期，请写成 2026-06-30 这样',
    en: '"{value}" is no day; write it as 2026-06-30',
  },
  'day-behind': {
    zh: '时限 {due} 早于开始日期 {start}',
    en: 'The deadline {due} is before the start {start}',
  },
  'item-unknown': {
    zh: '没有找到您能看到的事项“{value}”。新增事项请把编号和系统编号留空',
    en: 'No item "{value}" was found. Leave both codes empty for a new one',
  },
  'item-ambiguous': {
    zh: '“{unit}”有 {count} 项“{value}”，不知道改哪一项。请从导出的表中复制“系统编号”',
    en: '"{unit}" has {count} items "{value}". Copy the system number from an export',
  },
  'item-fixed': {
    zh: '“{title}”现在不归您调整，或者已经办结，不能改{columns}',
    en: '"{title}" is not yours to change now, so {columns} cannot change',
  },
  'item-unit': {
    zh: '这一项的承办单位是“{unit}”，不能在表里换单位',
    en: 'The item is at "{unit}"; a sheet cannot move it to another unit',
  },
  'item-doubled': { zh: '与第 {other} 行是同一个事项', en: 'The same item as in row {other}' },
  'ledger-unknown': { zh: '没有您可以立项的台账“{value}”', en: 'You keep no ledger "{value}"' },
  'ledger-needed': {
    zh: '您管理多本台账，请写明放进哪一本：{choices}',
    en: 'You keep several ledgers. Say which: {choices}',
  },
  'unit-outside': { zh: '“{value}”不在台账的范围内', en: '"{value}" lies outside the ledger' },
  'owner-unknown': {
    zh: '“{unit}”没有在岗人员“{value}”',
    en: 'Nobody called "{value}" works at "{unit}"',
  },
  'owner-ambiguous': {
    zh: '“{unit}”有 {count} 位“{value}”，请在系统中指定',
    en: '"{unit}" has {count} people called "{value}"; choose one in the system',
  },
  'too-many-changes': {
    zh: '一次最多调整 {limit} 项，这张表要调整 {count} 项。请拆成几份',
    en: 'At most {limit} items are changed at once, and the sheet changes {count}. Split it up',
  },
  'person-unknown': {
    zh: '没有找到系统编号为“{value}”的人员。新增人员请留空',
    en: 'No person "{value}" was found. Leave it empty for somebody new',
  },
  'person-ambiguous': {
    zh: '本单位有 {count} 位“{value}”，不知道改哪一位。请从导出的表中复制“系统编号”',
    en: 'The unit has {count} people called "{value}". Copy the system number from an export',
  },
  'person-self': { zh: '不能把自己改为离任', en: 'Nobody leaves by their own sheet' },
  'person-beyond': {
    zh: '“{value}”在您管理范围以外还有角色，状态要由上级管理员改',
    en: '"{value}" holds roles outside your units; an administrator above changes their state',
  },
  'person-left': {
    zh: '“{value}”已离任，不能修改。要改，请先把状态改为在职',
    en: '"{value}" has left; make them active before anything else is changed',
  },
  'person-doubled': { zh: '与第 {other} 行是同一个人', en: 'The same person as in row {other}' },
} as const satisfies Record<string, Words>

export type SheetProblemCode = keyof typeof sheetProblems

/** One line: where it is, what is wrong, and what was probably meant. */
export function sheetProblemLine(problem: SheetProblem, language: 'zh' | 'en'): string {
  const { row, column, cell, details } = problem
  const words = sheetProblems[problem.code]?.[language] ?? problem.code
  const filled = words.replace(/\{(\w+)\}/g, (whole, key: string) => String(details[key] ?? whole))
  const { hint } = details
  if (language === 'en') {
    const places = [row && `row ${row}`, column && `“${column}”`, cell && !row && `cell ${cell}`].filter(
      Boolean,
    )
    const place = places.join(', ')
    return `${place ? `${place[0]!.toUpperCase()}${place.slice(1)}: ` : ''}${filled}.${hint ? ` Did you mean ${hint}?` : ''}`
  }
  const place = `${row ? `第 ${row} 行` : ''}${column ? `“${column}”` : ''}${cell && !row ? `（${cell}）` : ''}`
  return `${place}${place ? '：' : ''}${filled}。${hint ? `您是指${spaced(String(hint))}吗？` : ''}`
}

/** A blank between Chinese and a code. */
function spaced(hint: string): string {
  return /^[0-9A-Za-z]/.test(hint) ? ` ${hint}` : hint
}
