import { format, loadConfig } from 'autocorrect-node'

// Full-width marks and half-width letters as everywhere; but official documents put no blank between characters
// and digits, so every rule that would add one is off.
const config = {
  rules: {
    'space-word': 0,
    'space-punctuation': 0,
    'space-bracket': 0,
    'space-backticks': 0,
    'space-dash': 0,
    'space-dollar': 0,
    fullwidth: 1,
    'halfwidth-word': 1,
    'halfwidth-punctuation': 1,
    'no-space-fullwidth': 0,
    'no-space-fullwidth-quote': 0,
    spellcheck: 0,
  },
}
loadConfig(JSON.stringify(config))

export type WidthEdit = { readonly at: number; readonly to: string }

/** Characters whose width AutoCorrect would change, one edit each; a line it did more to is left alone. */
export function widthEdits(text: string): WidthEdit[] {
  const edits: WidthEdit[] = []
  let start = 0
  for (const line of text.split('\n')) {
    const changed = worthAsking.test(line) ? format(line) : line
    if (changed !== line && changed.length === line.length)
      for (let index = 0; index < line.length; index++)
        if (line[index] !== changed[index] && !isSurrogate(line, index))
          edits.push({ at: start + index, to: changed[index]! })
    start += line.length + 1
  }
  return edits
}

const worthAsking = /[,.:;?!(){}[\]'"\uff01-\uff5e\u3000]/

/** Lone surrogates come back replaced; that is no finding. */
function isSurrogate(text: string, index: number): boolean {
  const code = text.charCodeAt(index)
  return code >= 0xd800 && code <= 0xdfff
}
