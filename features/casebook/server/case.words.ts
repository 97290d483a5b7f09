/** What a case is found by: its words as the search of the archive normalises them. */
import { normaliseText, textPairs } from '@jianbao/archive/server'
import { type Database, sql, storableText } from '@jianbao/platform/db'

export type CaseWords = {
  readonly title: string
  readonly why: string
  readonly how: string
  readonly tags: readonly string[]
}
type Indexed = CaseWords & { readonly sourceTitle: string; readonly sourceUnit: string }

/** As the database can hold them, without blanks around. */
export function cleanWords(words: CaseWords): CaseWords {
  const clean = (text: string): string => storableText(text).trim()
  return {
    title: clean(words.title),
    why: clean(words.why),
    how: clean(words.how),
    tags: [...new Set(words.tags.map(clean).filter(Boolean))],
  }
}

export function searchWords({ title, why, how, tags, sourceTitle, sourceUnit }: Indexed): string {
  return [title, tags.join('\n'), sourceUnit, sourceTitle, why, how]
    .flatMap(text => text.split('\n'))
    .map(normaliseText)
    .filter(Boolean)
    .join('\n')
}

const han = /\p{Script=Han}/u

/** Pairs of neighbouring Chinese characters: what a text speaks of, without its numbers and signs. */
export function themePairs(text: string): number[] {
  return textPairs(text).filter(
    pair =>
      pair > 0xffff &&
      han.test(String.fromCharCode(pair >>> 16)) &&
      han.test(String.fromCharCode(pair & 0xffff)),
  )
}

type Index = { readonly search: string; readonly openSearch: string; readonly pairs: string }

/** The columns a case is found by; visitors find nothing by a title they may not read. */
export function indexOf(words: Indexed): Index {
  const search = searchWords(words)
  const openSearch = searchWords({ ...words, sourceTitle: '' })
  return { search, openSearch, pairs: `{${themePairs(search).join(',')}}` }
}

/** Writes the words of a case and what they are found by. */
export async function writeWords(tx: Database, id: string, words: Indexed, at: string): Promise<void> {
  const { search, openSearch, pairs } = indexOf(words)
  await tx.execute(sql`update casebook_case set title = ${words.title}, why = ${words.why}, how = ${words.how},
    tags = ${textArray(words.tags)}, search = ${search}, open_search = ${openSearch}, pairs = ${pairs}::integer[],
    updated_at = ${at}, version = version + 1 where id = ${id}`)
}

/** A list of texts as one value. */
export const textArray = (texts: readonly string[]) =>
  sql`(select coalesce(array_agg(t), '{}') from jsonb_array_elements_text(${JSON.stringify(texts)}::jsonb) t)`
