/** What makes a password too weak. Pure; the page shows the same rules while one types. */

export type PasswordWeakness =
  | 'password-too-short'
  | 'password-too-plain'
  | 'password-holds-name'
  | 'password-common'

/** From so many characters on a password may be of one kind: a sentence is strong by its length. */
export const longEnough = 16

/**
 * The first rule that `password` breaks; null: it will do. Characters are counted, not bytes: 科普惠民 has four.
 * `minLength` comes from the security policy.
 */
export function weaknessOf(password: string, username: string, minLength: number): PasswordWeakness | null {
  const length = [...password].length
  if (length < minLength) return 'password-too-short'
  if (length < longEnough && kindsOf(password) < 3) return 'password-too-plain'
  if (holdsName(password, username)) return 'password-holds-name'
  return isCommon(password) ? 'password-common' : null
}

/** How many of small letters, capitals, digits and other characters there are. */
export function kindsOf(password: string): number {
  return [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/].filter(kind => kind.test(password)).length
}

function holdsName(password: string, username: string): boolean {
  const name = username.toLowerCase()
  // Two letters stand in many a word.
  if (name.length < 3) return password.toLowerCase() === name
  const folded = password.toLowerCase()
  return folded.includes(name) || folded.includes([...name].reverse().join(''))
}

/** What people put into passwords everywhere, and here in particular; after undoing 0 for o, @ for a and the like. */
const wornWords = [
  'password',
  'passwd',
  'admin',
  'administrator',
  'welcome',
  'iloveyou',
  'woaini',
  'letmein',
  'dragon',
  'monkey',
  'football',
  'sunshine',
  'master',
  'login',
  'root',
  'test',
  'user',
  'guest',
  'hello',
  'china',
  'zhongguo',
  'mima',
  'huawei',
  'taobao',
  'weixin',
  'jianbao',
  'demo',
  'kexie',
  'kepu',
  'keji',
  'bangong',
  'sysadmin',
  'secadmin',
  'auditor',
  'changeme',
  'default',
  'secret',
]
const rows = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv5tgb',
]
const runs = rows.flatMap(row => [row, [...row].reverse().join('')])

/** Whether a password is made of worn words, runs of the keyboard, repetitions and years: what is left is too little. */
function isCommon(password: string): boolean {
  const plain = password.toLowerCase()
  const rest = (text: string): string => {
    let left = text
    for (const word of wornWords) left = left.replaceAll(word, ' ')
    return strip(left.replace(/(19|20)\d\d/g, ' '))
  }
  const undone = plain
    .replaceAll('@', 'a')
    .replaceAll('0', 'o')
    .replaceAll('1', 'i')
    .replaceAll('3', 'e')
    .replaceAll('$', 's')
  return Math.min(lettersIn(rest(plain)), lettersIn(rest(undone))) < 4
}

/** Takes out runs of three and more: 123, cba, qwer, aaaa. */
function strip(text: string): string {
  let left = ''
  for (let at = 0; at < text.length; ) {
    const length = runLength(text, at)
    if (length < 3) left += text[at]
    at += length < 3 ? 1 : length
  }
  return left
}

function runLength(text: string, at: number): number {
  let longest = 1
  while (text[at + longest] === text[at]) longest++
  for (const run of runs)
    for (
      let length = longest + 1;
      length <= text.length - at && run.includes(text.slice(at, at + length));
      length++
    )
      longest = length
  return longest
}

function lettersIn(text: string): number {
  return new Set(text.match(/[\p{L}\p{N}]/gu) ?? []).size
}
