const partner: Record<string, string> = { '”': '“', '’': '‘', '）': '（', '》': '《', ')': '(' }
const opens = '“‘（《('

/** Marks of a text without their partner: `closing` wait for a beginning before it, `opening` for an end behind it. */
export function loneMarks(text: string): { closing: string; opening: string } {
  let closing = ''
  let opening = ''
  for (const character of text) {
    if (opens.includes(character)) opening += character
    else if (character in partner) {
      const at = opening.lastIndexOf(partner[character]!)
      if (at >= 0) opening = opening.slice(0, at)
      else if (opening === '') closing += character
    }
  }
  return { closing, opening }
}
