/** One line of a labels file: its verb, the words after it, and the flags (`#2`, `@lead`, `generic`, `key=value`). */
export type LabelLine = {
  line: number
  verb: string
  rest: string
  words: string[]
  options: Map<string, string>
}

const flags = new Set(['generic', 'embedded', 'inherited', 'distributive', '@headline', '@lead'])
const dateFlags = new Set(['vague', 'since', 'duration', 'anaphor'])
const settings = /^(parent|fuzzy|qual|per|paragraphs|kind)=(.+)$/

/**
 * Reads a labels file: one label a line, in the order of the document; blank lines and `//` lines say nothing.
 * In: the file's text. Out: its lines, quotes still unlocated (see README.md for the verbs).
 */
export function readLabelLines(source: string): LabelLine[] {
  return source.split('\n').flatMap((text, index) => {
    const trimmed = text.trim()
    if (!trimmed || trimmed.startsWith('//')) return []
    const [verb = '', ...tokens] = trimmed.split(' ')
    const options = new Map<string, string>()
    const words = tokens.filter(token => {
      const setting = settings.exec(token)
      if (setting) options.set(setting[1]!, setting[2]!)
      else if (flags.has(token) || (verb === 'd' && dateFlags.has(token))) options.set(token, token)
      else if (/^#(\d+|last)$/.test(token)) options.set('#', token.slice(1))
      else return true
      return false
    })
    return [{ line: index + 1, verb, rest: tokens.join(' '), words, options }]
  })
}
