import type { Check } from './check.types.ts'

const phone = /(?<![\d.])(?:\+?86[- ]?)?(1[3-9]\d)([- ]?)(\d{4})([- ]?)(\d{4})(?![\d.]?\d)/g
const identity =
  /(?<![\dA-Za-z])(\d{6})((?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(\d{3}[\dXx])(?![\dA-Za-z])/g
const card = /(?<![\d.])((?:62|4\d|5[1-5]|3[57]|60)\d{2}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,4})?)(?![\d.]?\d)/g
const email =
  /(?<![\w.+@-])([A-Za-z0-9])([\w.+-]{0,63})(@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4})(?![\w-])/g
const address =
  /(?:家住|住址[:：为]?|现住|居住在|家庭地址[:：为]?)[^，。；\n]{2,24}?\d{1,4}(?:号楼|栋|幢|单元|室|号)(?:\d{1,4}单元)?(?:\d{1,4}(?:室|号))?/g

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** Personal data that a printed paper must not carry, each with a masked form. */
export const checkPersonalData: Check = ({ passages }, report) => {
  for (const passage of passages) {
    const { text } = passage
    for (const match of text.matchAll(identity))
      if (checksumHolds(match[0])) {
        const mend = `${match[1]}***********${match[3]!.slice(-1)}`
        report('personal-id', passage, match.index, match.index + match[0].length, {}, { mend })
      }
    for (const match of text.matchAll(phone)) {
      const mend = `${match[1]}****${match[5]}`
      report('personal-phone', passage, match.index, match.index + match[0].length, {}, { mend })
    }
    for (const match of text.matchAll(card)) {
      const digits = match[1]!.replace(/[ -]/g, '')
      if (digits.length < 16 || digits.length > 19 || !luhnHolds(digits) || checksumHolds(digits)) continue
      const mend = `${digits.slice(0, 4)}********${digits.slice(-4)}`
      report('personal-card', passage, match.index, match.index + match[0].length, {}, { mend })
    }
    for (const match of text.matchAll(email)) {
      const mend = `${match[1]}***${match[3]}`
      report('personal-email', passage, match.index, match.index + match[0].length, {}, { mend })
    }
    for (const match of text.matchAll(address)) {
      const mend = match[0].replace(/[^省市县区镇乡街道]{0,12}\d.*$/, '')
      report('personal-address', passage, match.index, match.index + match[0].length, {}, { mend })
    }
  }
}

/** GB 11643: the last character follows from the seventeen before it. */
function checksumHolds(id: string): boolean {
  if (!/^\d{17}[\dXx]$/.test(id)) return false
  const sum = weights.reduce((all, weight, index) => all + weight * Number(id[index]), 0)
  return '10X98765432'[sum % 11] === id[17]!.toUpperCase()
}

/** ISO/IEC 7812. */
function luhnHolds(digits: string): boolean {
  let sum = 0
  for (const [index, digit] of [...digits].reverse().entries()) {
    const doubled = index % 2 === 1 ? Number(digit) * 2 : Number(digit)
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
