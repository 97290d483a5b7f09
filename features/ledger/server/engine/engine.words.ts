/** What states and deeds are called where the server writes a sentence. */
import type { ItemAction, ItemState } from '../../contract/index.ts'

export const stateWords: Readonly<Record<ItemState, string>> = {
  draft: '立项中',
  review: '待审核',
  ready: '待下发',
  dispatched: '待签收',
  doing: '办理中',
  feedback: '待复核',
  closed: '已销号',
  settled: '已巩固',
  cancelled: '已撤销',
}

export const actionWords: Readonly<Record<ItemAction, string>> = {
  edit: '修改',
  submit: '提交审核',
  approve: '审核通过',
  reject: '审核退回',
  dispatch: '下发',
  acknowledge: '签收',
  decline: '退签',
  hand: '交办',
  decompose: '分解',
  progress: '填报进展',
  prove: '补充佐证',
  extend: '申请延期',
  decide: '审批延期',
  feedback: '反馈',
  return: '复核退回',
  close: '销号',
  settle: '巩固通过',
  reopen: '重新办理',
  cancel: '撤销',
  amend: '调整',
  unflag: '解除提示',
  conclude: '自动销号',
}
