/** What needs are called on pages and sheets that are made on the server. */
import type { NeedKind, NeedSource, NeedState } from '../../../contract/index.ts'

export const needKindWords: Readonly<Record<NeedKind, string>> = {
  lecture: '科普讲座',
  training: '技能培训',
  farming: '农技指导',
  health: '健康义诊',
  digital: '手机和网络使用',
  children: '青少年科技教育',
  facility: '场地和设施',
  other: '其他',
}
export const needSourceWords: Readonly<Record<NeedSource, string>> = {
  form: '网上填报',
  visit: '走访',
  opinion: '征求意见',
}
export const needStateWords: Readonly<Record<NeedState, string>> = {
  waiting: '待受理',
  accepted: '已立项',
  merged: '已并入',
  declined: '不予受理',
  settled: '已办结',
}
