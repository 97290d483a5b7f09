const scales: Readonly<Record<string, number>> = { 百: 1e2, 千: 1e3, 万: 1e4, 亿: 1e8 }

/** @returns the number a figure is printed as (`1.5万人次` is 15000); null where it is not written in digits. */
export function printedValue(surface: string): number | null {
  const text = surface.normalize('NFKC').replace(/[\s,，]/g, '')
  const found = /(\d+(?:\.\d+)?)[余多]?([百千万亿]*)/.exec(text)
  if (!found) return null
  const scale = [...(found[2] ?? '')].reduce((product, letter) => product * (scales[letter] ?? 1), 1)
  return Number((Number(found[1]) * scale).toPrecision(12))
}
