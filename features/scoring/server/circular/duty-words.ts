/** What was asked of units in the period: required tasks and commissions. */
import type { CircularBlock } from '@jianbao/typesetting/contract'
import type { CircularFigures, CircularTask } from '../../contract/index.ts'
import { namesOf, percentOf } from './name-words.ts'

const paragraph = (text: string): CircularBlock => ({ type: 'paragraph', text })

export function taskWords({ tasks }: CircularFigures): CircularBlock[] {
  const asked = tasks.filter(({ expected }) => expected > 0)
  if (asked.length === 0) return []
  const sum = (of: (task: CircularTask) => number) => asked.reduce((all, task) => all + of(task), 0)
  const expected = sum(task => task.expected)
  const done = sum(task => task.onTime + task.late)
  const late = sum(task => task.late)
  const rate = percentOf(done, expected)
  const lateness = late > 0 ? `，其中逾期完成${late}项次` : ''
  const total = `期内到期的规定动作${asked.length}项，应完成${expected}项次，实际完成${done}项次，完成率${rate}${lateness}。`
  return [
    paragraph(total),
    ...(asked.length > 1 || silentMany(asked) ? [taskTable(asked)] : []),
    ...asked.flatMap(silentWords),
  ]
}

/** Who is not named is at least counted. */
const silentMany = (tasks: readonly CircularTask[]): boolean =>
  tasks.some(({ silent, silentCount }) => silentCount > silent.length)

function taskTable(tasks: readonly CircularTask[]): CircularBlock {
  return {
    type: 'table',
    caption: '规定动作完成情况',
    columns: [
      { name: '规定动作', side: 'left' },
      { name: '应完成', side: 'right' },
      { name: '按时', side: 'right' },
      { name: '逾期', side: 'right' },
      { name: '未完成', side: 'right' },
      { name: '完成率', side: 'right' },
    ],
    rows: tasks.map(({ name, expected, onTime, late, silentCount }) => [
      name,
      ...[expected, onTime, late, silentCount].map(String),
      percentOf(onTime + late, expected) ?? '—',
    ]),
  }
}

function silentWords({ name, silent, silentCount, expected }: CircularTask): CircularBlock[] {
  if (silentCount === 0) return []
  if (silentCount === expected && expected > 1)
    return [paragraph(`“${name}”：应完成的${expected}个单位均未完成。`)]
  if (silentCount > silent.length) return []
  return [paragraph(`尚未完成“${name}”的单位：${namesOf(silent)}。`)]
}

export function commissionWords({ commissions }: CircularFigures): CircularBlock[] {
  const { due, onTime, late, missed } = commissions
  if (due === 0) return []
  const all = onTime === due ? (due === 1 ? '，已按时交稿' : '，全部按时交稿') : `，按时交稿${onTime}篇`
  const sentences = [
    `期内到期约稿${due}篇${all}。`,
    late.length > 0 ? `逾期交稿的单位：${namesOf(late)}。` : '',
    missed.length > 0 ? `未交稿的单位：${namesOf(missed)}。` : '',
  ]
  return [paragraph(sentences.join(''))]
}
