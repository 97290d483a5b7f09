/** Moments and spans as people say them; days are those of Shanghai, whatever the phone is set to. */

const zoneMs = 8 * 3_600_000

const two = (number: number): string => (number < 10 ? `0${number}` : String(number))

/** 8月10日 9:00 */
export function sayMoment(at: number): string {
  const local = new Date(at + zoneMs)
  const time = `${local.getUTCHours()}:${two(local.getUTCMinutes())}`
  return `${local.getUTCMonth() + 1}月${local.getUTCDate()}日 ${time}`
}

/** 4:05, or 1:04:05; never below nothing. */
export function clockOf(leftMs: number): string {
  const seconds = Math.max(0, Math.ceil(leftMs / 1000))
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  return `${hours ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`
}

/** 1 分 5 秒 */
export function saySpan(ms: number): string {
  const seconds = Math.round(ms / 1000)
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60]
  return minutes ? `${minutes} 分${rest ? ` ${rest} 秒` : '钟'}` : `${rest} 秒`
}

/** What is read out when so little is left; the same words until the next bound, so that it is said once. */
export function sayLeft(leftMs: number, byQuestion: boolean): string {
  const bounds = byQuestion ? [5, 10] : [5, 10, 60, 300]
  const bound = bounds.find(seconds => leftMs <= seconds * 1000)
  if (bound === undefined || leftMs <= 0) return ''
  return `${byQuestion ? '这道题' : ''}还剩 ${bound >= 60 ? `${bound / 60} 分钟` : `${bound} 秒`}`
}
