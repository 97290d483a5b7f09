import { pinyin } from 'pinyin-pro'

const known = new Map<string, string>()
/** Written nearly alike, though they sound otherwise. */
const alike = [
  '己已巳',
  '未末',
  '土士',
  '日曰',
  '干千于',
  '治冶',
  '侯候',
  '天夭',
  '晴睛',
  '栗粟',
  '戍戌戊',
  '人入',
  '阳阴',
]
const likeness = new Map(alike.flatMap(group => [...group].map(each => [each, group[0]!] as const)))

/** How a character sounds without its tone, folding what keyboards and ears mix up (zh/z, ng/n). */
function soundOf(character: string): string {
  const found = known.get(character)
  if (found !== undefined) return found
  const sound = pinyin(character, { toneType: 'none', type: 'array' })[0] ?? character
  const folded = sound.replace(/^([zcs])h/, '$1').replace(/([aei]n)g$/, '$1')
  known.set(character, folded)
  return folded
}

/** Two texts of one key differ, character by character, only in what sounds or looks alike. */
export function soundKey(text: string): string {
  let key = ''
  for (const character of text) key += `${soundOf(character)} `
  return key
}

/** Whether two characters are mixed up by sound or shape. */
export function soundAlike(one: string, other: string): boolean {
  if (one === other) return true
  const group = likeness.get(one)
  return (group !== undefined && group === likeness.get(other)) || soundOf(one) === soundOf(other)
}

/** Whether both are of one length and differ in exactly one character, by sound or shape. */
export function misspelt(written: string, meant: string): boolean {
  if (written.length !== meant.length) return false
  let differing = 0
  for (let index = 0; index < written.length; index++) {
    if (written[index] === meant[index]) continue
    if (++differing > 1 || !soundAlike(written[index]!, meant[index]!)) return false
  }
  return differing === 1
}

/** Whether one becomes the other by swapping two neighbours. */
export function swapped(written: string, meant: string): boolean {
  if (written.length !== meant.length) return false
  let at = 0
  while (at < written.length && written[at] === meant[at]) at++
  return (
    at + 1 < written.length &&
    written[at] === meant[at + 1] &&
    written[at + 1] === meant[at] &&
    written.slice(at + 2) === meant.slice(at + 2)
  )
}
