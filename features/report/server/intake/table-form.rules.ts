/** A sheet of reporting (信息报送表) made as a table in Word: a cell says what the next one holds. */
const label =
  /^(?:标\s*题|题\s*目|信息标题|稿件标题|(?:报送|供稿|投稿|上报|主办|承办|协办)单位|单\s*位|作\s*者|供稿人|报送人|撰稿人?|审核人?|审签人?|联系人|联系电话|电\s*话|(?:活动|报送|上报)?(?:时间|日期|地点)|活动(?:名称|主题|类型)|类\s*别|栏\s*目|备\s*注|(?:单位|领导|审核|审签)?意见)$/u
const content = /^(?:正\s*文|内\s*容|(?:信息|稿件|活动|具体|主要)内容)$/u
const aside = /^(?:类\s*别|栏\s*目|备\s*注|(?:单位|领导|审核|审签)?意见|单\s*位)$/u

/** Cells stand between tabs. The same as lines of 标签：内容; null for a text that is no such sheet. */
export function tableForm(text: string): string | null {
  const rows = text.split('\n').map(line => line.split('\t').map(cell => cell.trim()))
  const labels = rows.filter(cells => cells.length > 1 && (label.test(cells[0]!) || content.test(cells[0]!)))
  if (labels.length < 2) return null
  return rows.flatMap(cells => linesOf(cells)).join('\n')
}

function linesOf(cells: readonly string[]): string[] {
  const lines: string[] = []
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i]!
    const next = cells[i + 1]
    if (content.test(cell) || cell === '') continue
    if (!label.test(cell)) {
      lines.push(cell)
      continue
    }
    if (next !== undefined && next !== '' && !aside.test(cell))
      lines.push(`${cell.replace(/\s/gu, '')}：${next}`)
    i++
  }
  return lines
}
