/** About two lines in a list of issues. */
const mostCharacters = 36
/** A clause shorter than this (a day, a place) says too little to stand alone. */
const leastCharacters = 10
const bullet = /^[\s●○■□◆◇▲△★☆※·•*]+/

/** How a brief begins, to know it by where it has no headline: its first sentence, or as many whole clauses as fit. */
export function openingWords(paragraph: string): string {
  const [sentence = ''] = paragraph.replace(bullet, '').split(/[。！？；\n]/)
  const characters = [...sentence.trim()]
  if (characters.length <= mostCharacters) return characters.join('')
  const fitting = characters.slice(0, mostCharacters)
  const clause = Math.max(fitting.lastIndexOf('，'), fitting.lastIndexOf('：'))
  return `${fitting.slice(0, clause >= leastCharacters ? clause : mostCharacters - 1).join('')}…`
}
