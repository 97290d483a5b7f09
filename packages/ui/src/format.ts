/** How sizes, days and counts are written for people. */

/** @param sizeBytes bytes. @returns for example `812 B`, `7.2 KB`, `1.4 MB` (1 KB = 1024 bytes). */
export function formatSize(sizeBytes: number): string {
  if (sizeBytes < 1024) return `${sizeBytes} B`
  const inKilobytes = sizeBytes / 1024
  return inKilobytes < 1024 ? `${trim(inKilobytes)} KB` : `${trim(inKilobytes / 1024)} MB`
}

/** @param day ISO day `2021-08-20`. @returns `2021年8月20日`, or `20 August 2021` in English. */
export function formatDay(day: string, language: string): string {
  const [year, month, date] = day.split('-').map(Number)
  if (!year || !month || !date) return day
  if (language !== 'en') return `${year}年${month}月${date}日`
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(year, month - 1, date)),
  )
}

/** @param instant ISO date-time. @returns local day and minute, `2021-08-20 09:05`. */
export function formatInstant(instant: string): string {
  const at = new Date(instant)
  if (Number.isNaN(at.getTime())) return instant
  const two = (value: number) => String(value).padStart(2, '0')
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}`
}

/** @returns a count with thousands separated: `23,900`. */
export function formatCount(count: number): string {
  return new Intl.NumberFormat('en-US', { maximumFractionDigits: 4 }).format(count)
}

type PrintedFigure = {
  readonly surface: string
  readonly qualifier: 'exact' | 'over' | 'about' | 'under' | 'atleast'
}

/** How each qualifier is printed, and what is put before a surface that was cut short of it. */
const qualifierWords = {
  exact: [/^/, ''],
  over: [/[余多超逾]|以上/, '超'],
  about: [/[约余多来近]|左右|上下/, '约'],
  under: [/近|将近|不到/, '近'],
  atleast: [/至少|以上|不少于/, '至少'],
} as const satisfies Record<PrintedFigure['qualifier'], readonly [RegExp, string]>

/** @returns a figure as an office prints it, from the document itself: `4300余人次`, `11.5万人次`, `近200名`. */
export function formatFigure({ surface, qualifier }: PrintedFigure): string {
  const printed = surface.replace(/\s+/g, '')
  const [shown, word] = qualifierWords[qualifier]
  return shown.test(printed) ? printed : word + printed
}

function trim(value: number): string {
  return value >= 100 ? String(Math.round(value)) : value.toFixed(1).replace(/\.0$/, '')
}
