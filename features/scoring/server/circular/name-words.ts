type Named = { readonly name: string; readonly count?: number }

/** How many names a sentence holds before it is only counted. */
export const namesInSentence = 30

/** Where a task is not done by more, the table says how many, and nobody is named. */
export const namesOfTask = 10

/** 甲、乙（2篇）、丙 */
export function namesOf(units: readonly Named[], measure = '篇'): string {
  return units
    .map(({ name, count }) => (count && count > 1 ? `${name}（${count}${measure}）` : name))
    .join('、')
}

/** 57.4%, 100%; null where there is nothing to take a part of, or more than all. */
export function percentOf(part: number, whole: number): string | null {
  if (whole === 0 || part > whole) return null
  return `${String(Math.round((part / whole) * 1000) / 10)}%`
}
