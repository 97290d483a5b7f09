const quarters = ['一', '二', '三', '四']

/** 2021年7月, 2021年三季度 */
export function periodWords(period: string): string {
  const [year, part] = period.split('-') as [string, string]
  return part.startsWith('Q') ? `${year}年${quarters[Number(part[1]) - 1]}季度` : `${year}年${Number(part)}月`
}

/** The period before one of the same length: 2021-Q1 → 2020-Q4. */
export function periodBefore(period: string): string {
  const [year, part] = period.split('-') as [string, string]
  const isQuarter = part.startsWith('Q')
  const no = Number(isQuarter ? part[1] : part)
  if (no === 1) return `${Number(year) - 1}-${isQuarter ? 'Q4' : '12'}`
  return isQuarter ? `${year}-Q${no - 1}` : `${year}-${String(no - 1).padStart(2, '0')}`
}
