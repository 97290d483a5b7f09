/** What a document says until somebody writes otherwise, as an experienced clerk words it. */
import type { MissiveFigures, MissiveItem, MissiveKind, MissiveWords } from '../../contract/index.ts'
import { dayWords } from './day-words.ts'

export type Subject = {
  readonly kind: MissiveKind
  /** 整改台账; null when its items come from several */
  readonly ledgerName: string | null
  readonly unitName: string
  readonly addresseeName: string
  readonly items: readonly MissiveItem[]
  readonly figures: MissiveFigures | null
  readonly day: string
  readonly replyDueDay: string | null
  readonly basis: string
}

type Usual = Pick<MissiveWords, 'title' | 'salutation' | 'opening' | 'closing'>

export function usualWords(subject: Subject): Usual {
  switch (subject.kind) {
    case 'supervision':
      return supervision(subject)
    case 'circular':
      return circular(subject)
    case 'reminder':
      return reminder(subject)
  }
}

const ledgerOf = ({ ledgerName }: Subject): string => ledgerName ?? '台账'
const count = (items: readonly MissiveItem[], light: MissiveItem['light']): number =>
  items.filter(item => item.light === light).length
/** 根据《…》要求， */
function ground({ basis }: Subject): string {
  const words = basis.trim().replace(/[，。；、]+$/u, '')
  if (words === '') return ''
  return /^(?:根据|按照|依据)/u.test(words) ? `${words}，` : `根据${words}，`
}

function aboutItems({ items, ...subject }: Subject): string {
  const [only] = items
  const short = only && items.length === 1 ? only.title.trim() : ''
  if (short !== '' && [...short].length <= 24) return `“${short.replace(/[“”]/gu, '')}”`
  return `${subject.ledgerName ?? '有关工作'}${items.every(({ light }) => light === 'red') ? '逾期' : '有关'}事项`
}

function supervision(subject: Subject): Usual {
  const { items, day, replyDueDay, addresseeName } = subject
  const red = count(items, 'red')
  const yellow = count(items, 'yellow')
  const rest = items.length - red - yellow
  const state = [
    red > 0 ? `${red}项逾期未办结` : '',
    yellow > 0 ? `${yellow}项进度滞后` : '',
    rest > 0 ? `${rest}项正在办理` : '',
  ].filter(Boolean)
  const reply = replyDueDay
    ? `请于${dayWords(replyDueDay, day)}前将办理情况书面回复我单位，并在台账中同步反馈进展和佐证材料。`
    : '办理进展和佐证材料请及时在台账中反馈。'
  const ask = red > 0 ? '逾期事项要说明原因，提出办结时间' : '对照时限倒排工期，确保按期办结'
  return {
    title: `关于限期办理${aboutItems(subject)}的督办单`,
    salutation: addresseeName,
    opening: `${ground(subject)}经核查${ledgerOf(subject)}，截至${dayWords(day)}，你单位承办的下列${items.length}项工作中，${state.join('、')}。为确保各项任务落实到位，现予督办。`,
    closing: `请你单位高度重视，逐项明确责任人和办理措施，抓紧推进；${ask}。${reply}`,
  }
}

function reminder(subject: Subject): Usual {
  const { items, day, addresseeName } = subject
  const days = items.map(({ dueDay }) => dueDay).sort()
  const [first, last] = [days[0] ?? day, days.at(-1) ?? day]
  const when = first === last ? dayWords(first, day) : `${dayWords(first, day)}至${dayWords(last, day)}陆续`
  return {
    title: `关于按期办理${aboutItems(subject)}的提醒函`,
    salutation: addresseeName,
    opening: `${ground(subject)}${ledgerOf(subject)}中，你单位承办的${items.length}项工作将于${when}到期。为保证按期完成，现提醒如下。`,
    closing:
      '请对照时限抓紧办理，及时在台账中反馈进展和佐证材料；确有困难不能按期完成的，请在到期前提出延期申请并说明理由。',
  }
}

function circular(subject: Subject): Usual {
  const { figures, day } = subject
  const behind = (figures?.red ?? 0) > 0 || (figures?.yellow ?? 0) > 0
  return {
    title: `关于${subject.ledgerName ?? '台账事项'}办理情况的通报`,
    salutation: '各有关单位',
    opening: `${ground(subject)}为推动${subject.ledgerName ?? '各项工作'}落实，现将截至${dayWords(day)}的办理情况通报如下。`,
    closing: behind
      ? '被点名单位要认真查找原因，明确责任人和办结时间，尽快完成逾期和滞后事项；其他单位要对照时限倒排工期，确保按期办结。办理情况将继续通报。'
      : '请各单位继续保持，对照时限抓好在办事项，确保按期办结。办理情况将继续通报。',
  }
}
