/** 第18期, 增刊第2期, as papers, files and sheets have it whatever the language; nothing for an issue without number. */
export function issueNumber({ special, issueNo }: { special: boolean; issueNo: number | null }): string {
  return issueNo === null ? '' : `${special ? '增刊' : ''}第${issueNo}期`
}
