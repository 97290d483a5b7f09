import type { Archive } from '@jianbao/archive/server'
import { type ManuscriptReader, manuscriptOf } from '@jianbao/report/server'

/** The archive's threads for the form of a report: checked and read as a manuscript, and forgotten. */
export function manuscriptReader({ checker, reader }: Pick<Archive, 'checker' | 'reader'>): ManuscriptReader {
  const never = new AbortController().signal
  return {
    read: async ({ name, load }) => {
      await checker.check({ name, load })
      const file = { name, bytes: await load(), recognise: false, learned: [] }
      return manuscriptOf(name, await reader.read(file, () => undefined, never))
    },
  }
}
