import type { Batch, DocumentSummary } from '@jianbao/archive/contract'

export type Line = { readonly text: string; readonly refused: boolean }

const stateNames: Record<DocumentSummary['state'], string> = {
  waiting: '等待读取',
  reading: '正在读取',
  read: '待审核',
  unrecognised: '待识别',
  accepted: '已入库',
  failed: '未能读取',
}

/** One line for one document, as it is told at the end. */
export function documentLine(fileName: string, document: DocumentSummary, known: boolean): Line {
  if (document.problem) return { text: `jianbao: ${document.problem.message}`, refused: true }
  const state = known ? `已在库中（${stateNames[document.state]}）` : stateNames[document.state]
  if (document.state === 'unrecognised')
    return {
      text: `${fileName}  ${state}  ${document.pages ?? 1} 页都是图片，请在工作台选择“识别文字”`,
      refused: false,
    }
  const number = document.issueNo === null ? '' : `第 ${document.issueNo} 期`
  const issue = [document.series ?? '（无刊名）', number].filter(Boolean).join(' ')
  const counts = `${document.articles} 篇，${document.events} 条活动，${document.doubts} 处存疑`
  return { text: `${fileName}  ${state}  ${issue}  ${counts}`, refused: false }
}

/** A ZIP in one line, then each of its files that was refused, then each that could not be read. */
export function batchLines(batch: Batch, failed: readonly DocumentSummary[]): Line[] {
  if (batch.problem) return [{ text: `jianbao: ${batch.problem.message}`, refused: true }]
  const { read, unrecognised, accepted } = batch.documents
  const parts = [
    `共 ${batch.files} 份`,
    `待审核 ${read + accepted}`,
    ...(unrecognised ? [`待识别 ${unrecognised}`] : []),
    ...(batch.known ? [`已在库中 ${batch.known}`] : []),
    ...(batch.refusedCount + failed.length ? [`未收入 ${batch.refusedCount + failed.length}`] : []),
  ]
  const whole = { text: `${batch.fileName}  ${parts.join('，')}`, refused: false }
  const bad = [...batch.refused.map(({ problem }) => problem), ...failed.map(({ problem }) => problem)]
  return [whole, ...bad.map(problem => ({ text: `jianbao: ${problem?.message ?? ''}`, refused: true }))]
}
