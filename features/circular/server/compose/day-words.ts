/** 2021年8月3日, or 8月3日 where the year was just named. */
export function dayWords(day: string, named?: string): string {
  const [year, month, date] = day.split('-').map(Number)
  const short = `${month}月${date}日`
  return named?.slice(0, 4) === day.slice(0, 4) ? short : `${year}年${short}`
}
