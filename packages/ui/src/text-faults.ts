type Table = Readonly<Record<string, string>>

const slots = (text: string): string => (text.match(/\{\{\w+\}\}/g) ?? []).sort().join(' ')
/** English has a form of its own for one thing, beside the form for many. */
const formForMany = (key: string): string => key.replace(/_one$/, '')

/**
 * What is wrong between the two languages of a room; a test of every room expects nothing.
 * @returns a line for each key that one of them lacks, leaves empty, or fills with other values; and for another order.
 */
export function textFaults(zh: Table, en: Table): string[] {
  const faults: string[] = []
  for (const [key, text] of Object.entries(zh)) {
    if (text === '' || en[key] === '') faults.push(`${key}: empty`)
    if (en[key] === undefined) faults.push(`${key}: no English`)
  }
  for (const [key, text] of Object.entries(en)) {
    const chinese = zh[formForMany(key)]
    if (chinese === undefined) faults.push(`${key}: no Chinese`)
    else if (slots(text) !== slots(chinese)) faults.push(`${key}: other values`)
  }
  const order = Object.keys(en).filter(key => formForMany(key) === key)
  if (faults.length === 0 && order.join() !== Object.keys(zh).join()) faults.push('another order')
  return faults
}
