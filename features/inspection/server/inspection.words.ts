/** Words of states as sheets and refusals say them. */
import type { FindingState, Seriousness, StopState, TourState } from '../contract/index.ts'

export const tourStateWords: Readonly<Record<TourState, string>> = {
  planned: '筹备中',
  open: '进行中',
  done: '已结束',
  cancelled: '已取消',
}
export const stopStateWords: Readonly<Record<StopState, string>> = {
  planned: '未开始',
  'under-way': '检查中',
  done: '检查结束',
}
export const findingStateWords: Readonly<Record<FindingState, string>> = {
  open: '待确认',
  confirmed: '已确认',
  raised: '已转整改',
  dismissed: '不予认定',
}
export const seriousnessWords: Readonly<Record<Seriousness, string>> = {
  minor: '一般',
  major: '较重',
  grave: '严重',
}
